package org.warmhandoff.bench.intake;

/**
 * How much is measured.
 *
 * @param seconds of each turn
 * @param warmUp seconds of posts before the first turn of each kind
 * @param rounds turns of everybody
 * @param connections kept open, one post under way on each; pgbench's clients, too
 */
record Effort(int seconds, int warmUp, int rounds, int connections) {}
