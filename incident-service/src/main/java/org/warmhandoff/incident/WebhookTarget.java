package org.warmhandoff.incident;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a message may be sent. Whoever can name an address must not make this service knock at
 * doors of its own network (server-side request forgery): https only, public addresses only. An
 * installation may allow its own network, and plain http to the machine itself for a trial.
 */
public final class WebhookTarget {

  private static final int LONGEST = 500;
  private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

  private WebhookTarget() {}

  /** Why a target is refused. */
  public enum Refusal {
    /** No https address, or one with a user, a fragment or no host. */
    NO_HTTPS_ADDRESS,
    /** Its name leads into this or a private network. */
    PRIVATE_ADDRESS,
    /** Its name leads nowhere now. */
    UNKNOWN_HOST;

    /** The stable code. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Asks the resolver for a name's addresses. */
  public interface Resolver {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  /**
   * Judges a target. Every address of its name must be allowed: any of them may be connected to.
   * The connection that follows asks the resolver's cache for the same answer (Java keeps one for
   * half a minute), so a name that changes meanwhile is not followed.
   */
  public static Optional<Refusal> refusal(String url, boolean allowPrivate, Resolver resolver) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException unreadable) {
      return Optional.of(Refusal.NO_HTTPS_ADDRESS);
    }
    String host = uri.getHost();
    boolean https = "https".equalsIgnoreCase(uri.getScheme());
    boolean http = "http".equalsIgnoreCase(uri.getScheme());
    if (host == null
        || url.length() > LONGEST
        || uri.getRawUserInfo() != null
        || uri.getRawFragment() != null
        || !(https || (http && allowPrivate))) {
      return Optional.of(Refusal.NO_HTTPS_ADDRESS);
    }
    InetAddress[] addresses;
    try {
      addresses = resolver.addresses(bare(host));
    } catch (UnknownHostException unknown) {
      return Optional.of(http ? Refusal.NO_HTTPS_ADDRESS : Refusal.UNKNOWN_HOST);
    }
    if (http && !Arrays.stream(addresses).allMatch(InetAddress::isLoopbackAddress)) {
      return Optional.of(Refusal.NO_HTTPS_ADDRESS);
    }
    boolean allowed = allowPrivate || Arrays.stream(addresses).allMatch(WebhookTarget::isPublic);
    return allowed ? Optional.empty() : Optional.of(Refusal.PRIVATE_ADDRESS);
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /**
   * Whether an address is one that anybody on the Internet can reach (IANA's special registries).
   */
  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    return switch (address) {
      case Inet4Address four -> isPublic(four.getAddress());
      case Inet6Address six -> isPublic6(six.getAddress());
      default -> false;
    };
  }

  private static boolean isPublic(byte[] four) {
    int first = Byte.toUnsignedInt(four[0]);
    int second = Byte.toUnsignedInt(four[1]);
    int third = Byte.toUnsignedInt(four[2]);
    boolean shared = first == 100 && second >= 64 && second < 128;
    boolean benchmarks = first == 198 && (second == 18 || second == 19);
    boolean protocols = first == 192 && second == 0 && (third == 0 || third == 2);
    boolean examples =
        (first == 198 && second == 51 && third == 100)
            || (first == 203 && second == 0 && third == 113);
    return first != 0 && first < 224 && !shared && !benchmarks && !protocols && !examples;
  }

  /** Global unicast alone, and nothing that carries an IPv4 address to somewhere else. */
  private static boolean isPublic6(byte[] six) {
    if (Arrays.equals(six, 0, NAT64.length, NAT64, 0, NAT64.length)) {
      return isPublicFour(six, NAT64.length);
    }
    int first = Byte.toUnsignedInt(six[0]) << 8 | Byte.toUnsignedInt(six[1]);
    int second = Byte.toUnsignedInt(six[2]) << 8 | Byte.toUnsignedInt(six[3]);
    boolean unicast = first >= 0x2000 && first < 0x4000;
    boolean protocols = first == 0x2001 && second < 0x200;
    boolean documentation = first == 0x2001 && second == 0xdb8;
    boolean sixToFour = first == 0x2002;
    return unicast && !protocols && !documentation && !sixToFour;
  }

  private static boolean isPublicFour(byte[] bytes, int from) {
    try {
      return isPublic(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
    } catch (UnknownHostException impossible) {
      return false;
    }
  }
}
