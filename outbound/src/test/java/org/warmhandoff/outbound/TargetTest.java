package org.warmhandoff.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.outbound.Target.Refusal;

/** Where nothing is ever sent. */
class TargetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.88.99.1",
        "3fff::1",
        "127.0.0.1",
        "127.255.1.2",
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "2001:db8::1",
        "2001:0:1::1",
        "2002:7f00:1::1",
        "64:ff9b::10.0.0.1"
      })
  void privateAddressesAreRefusedUnlessTheInstallationAllowsThem(String address) throws Exception {
    InetAddress there = InetAddress.getByName(address);
    assertThat(Target.isPublic(there)).as(address).isFalse();
    InetAddress outside = InetAddress.getByName("93.184.215.14");
    assertThat(refusal("https://cad.example/in", false, outside, there))
        .contains(Refusal.PRIVATE_ADDRESS);
    // of what is no network of anybody's, and where a cloud keeps credentials, nobody may allow it
    boolean nowhere =
        there.isAnyLocalAddress() || there.isLinkLocalAddress() || there.isMulticastAddress();
    Optional<Refusal> allowed = refusal("https://cad.example/in", true, outside, there);
    assertThat(allowed.isPresent()).as(address).isEqualTo(nowhere);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "93.184.215.14",
        "100.63.255.255",
        "100.128.0.1",
        "172.32.0.1",
        "2606:4700::1111",
        "64:ff9b::8.8.8.8"
      })
  void publicOnesAreTaken(String address) throws Exception {
    assertThat(refusal("https://cad.example:8443/in?x=1", false, InetAddress.getByName(address)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://cad.example/in",
        "https://user@cad.example/in",
        "https://user:word@cad.example/in",
        "https://cad.example/in#part",
        "https:///in",
        "//cad.example/in",
        "ftp://cad.example/in",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https:cad.example",
        "https://cad example/",
        "",
        "cad.example"
      })
  void whatIsNoPlainHttpsAddressIsRefused(String url) throws Exception {
    assertThat(refusal(url, false, InetAddress.getByName("93.184.215.14")))
        .contains(Refusal.NO_HTTPS_ADDRESS);
  }

  @Test
  void plainHttpIsForTheMachineItselfAloneAndWhereItIsAllowed() throws Exception {
    InetAddress here = InetAddress.getByName("127.0.0.1");
    InetAddress near = InetAddress.getByName("10.0.0.1");
    assertThat(refusal("http://localhost:9/in", false, here)).contains(Refusal.NO_HTTPS_ADDRESS);
    assertThat(refusal("http://localhost:9/in", true, here)).isEmpty();
    assertThat(refusal("http://near/in", true, near)).contains(Refusal.NO_HTTPS_ADDRESS);
    assertThat(refusal("http://both/in", true, here, near)).contains(Refusal.NO_HTTPS_ADDRESS);
    assertThat(refusal("https://" + "a".repeat(600) + ".example/", false, near))
        .contains(Refusal.NO_HTTPS_ADDRESS);
    assertThat(
            Target.refusal(
                "https://nowhere.example/",
                false,
                host -> {
                  throw new UnknownHostException();
                }))
        .contains(Refusal.UNKNOWN_HOST);
  }

  /** Written as a number, in octal or hexadecimal, an address leads where it leads. */
  @ParameterizedTest
  @ValueSource(
      strings = {"https://2130706433/", "https://127.1/", "https://[::1]/", "https://localhost/"})
  void otherSpellingsOfThisMachineAreRefused(String url) {
    assertThat(Target.refusal(url, false, InetAddress::getAllByName)).isNotEmpty();
  }

  private static Optional<Refusal> refusal(String url, boolean allow, InetAddress... addresses) {
    return Target.refusal(url, allow, host -> addresses);
  }
}
