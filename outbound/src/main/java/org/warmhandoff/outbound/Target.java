package org.warmhandoff.outbound;

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
public final class Target {

  private static final int LONGEST = 500;
  private static final int LAST_PORT = 65_535;
  private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

  private Target() {}

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

  /** What was found of a target. */
  public sealed interface Judged {

    /**
     * It may be sent there, to this address and no other: the resolver is not asked again, so that
     * a name that changes its answer in between leads nowhere else.
     */
    record Allowed(URI uri, InetAddress address) implements Judged {}

    record Refused(Refusal why) implements Judged {}
  }

  /** Why a target is refused; empty where it is not. */
  public static Optional<Refusal> refusal(String url, boolean allowPrivate, Resolver resolver) {
    return switch (judge(url, allowPrivate, resolver)) {
      case Judged.Allowed allowed -> Optional.empty();
      case Judged.Refused refused -> Optional.of(refused.why());
    };
  }

  /** Judges a target. Every address of its name must be allowed, whichever is connected to. */
  public static Judged judge(String url, boolean allowPrivate, Resolver resolver) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException unreadable) {
      return new Judged.Refused(Refusal.NO_HTTPS_ADDRESS);
    }
    String host = uri.getHost();
    boolean https = "https".equalsIgnoreCase(uri.getScheme());
    boolean http = "http".equalsIgnoreCase(uri.getScheme());
    if (host == null
        || url.length() > LONGEST
        || uri.getRawUserInfo() != null
        || uri.getRawFragment() != null
        || uri.getPort() == 0
        || uri.getPort() > LAST_PORT
        || !(https || (http && allowPrivate))) {
      return new Judged.Refused(Refusal.NO_HTTPS_ADDRESS);
    }
    InetAddress[] addresses;
    try {
      addresses = resolver.addresses(bare(host));
    } catch (UnknownHostException unknown) {
      return new Judged.Refused(http ? Refusal.NO_HTTPS_ADDRESS : Refusal.UNKNOWN_HOST);
    }
    if (addresses.length == 0) {
      return new Judged.Refused(Refusal.UNKNOWN_HOST);
    }
    if (http && !Arrays.stream(addresses).allMatch(InetAddress::isLoopbackAddress)) {
      return new Judged.Refused(Refusal.NO_HTTPS_ADDRESS);
    }
    boolean allowed =
        Arrays.stream(addresses)
            .allMatch(address -> allowPrivate ? isSomewhere(address) : isPublic(address));
    return allowed
        ? new Judged.Allowed(uri, addresses[0])
        : new Judged.Refused(Refusal.PRIVATE_ADDRESS);
  }

  /** In whatever network: where a cloud keeps its machines' credentials is none, for anybody. */
  private static boolean isSomewhere(InetAddress address) {
    return !address.isAnyLocalAddress()
        && !address.isLinkLocalAddress()
        && !address.isMulticastAddress();
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
    boolean relays = first == 192 && second == 88 && third == 99;
    return first != 0
        && first < 224
        && !shared
        && !benchmarks
        && !protocols
        && !examples
        && !relays;
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
    boolean documentation =
        (first == 0x2001 && second == 0xdb8) || (first == 0x3fff && second < 0x1000);
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
