package org.jiaxue.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * From where a request comes, as far as the house looks. It is compared within a day and kept only
 * as a hash of that day.
 *
 * @param device what the device's own cookie says, or the program's token, of either the first 128
 *     characters; null without either
 * @param network the address's /24 or, of IPv6, /48; null where it is no address of the public
 *     network
 */
public record Sender(@Nullable String device, @Nullable String network) {

    /** Of whom nothing was seen. */
    public static final Sender UNKNOWN = new Sender(null, null);

    /** Longer than a cookie's number and a token are; it bounds what waits in memory. */
    private static final int LONGEST_DEVICE = 128;

    private static final int PREFIX_4 = 3;
    private static final int PREFIX_6 = 6;
    private static final int UNIQUE_LOCAL = 0xfc;
    private static final int SHARED_FIRST = 100;
    private static final int SHARED_SECOND = 64;

    public Sender {
        if (device != null && device.length() > LONGEST_DEVICE) {
            device = device.substring(0, LONGEST_DEVICE);
        }
    }

    /**
     * The network of an address as the server sees it, behind the proxies that it believes. Private
     * addresses, and those that operators share out behind one, are none: a proxy that nobody named
     * would make one network of all.
     */
    static @Nullable String networkOf(@Nullable String address) {
        InetAddress read;
        try {
            read = InetAddress.ofLiteral(address == null ? "" : address);
        } catch (IllegalArgumentException none) {
            return null;
        }
        byte[] bytes = read.getAddress();
        boolean four = read instanceof Inet4Address;
        if (read.isLoopbackAddress()
                || read.isAnyLocalAddress()
                || read.isLinkLocalAddress()
                || read.isSiteLocalAddress()
                || (!four && (bytes[0] & 0xfe) == UNIQUE_LOCAL)
                || (four && bytes[0] == SHARED_FIRST && (bytes[1] & 0xc0) == SHARED_SECOND)) {
            return null;
        }
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, four ? PREFIX_4 : PREFIX_6));
    }
}
