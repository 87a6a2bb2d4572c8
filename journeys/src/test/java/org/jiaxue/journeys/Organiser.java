package org.jiaxue.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import javax.imageio.ImageIO;

/** A county officer at a desk who announces an activity and hangs its code on the wall. */
final class Organiser implements AutoCloseable {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final int MINUTES_BEFORE = 10;
    private static final int MINUTES_AFTER = 60;

    private final Visitor officer;
    private final Page page;

    Organiser(Visitor officer) {
        this.officer = officer;
        this.page = officer.page();
    }

    /** Announces an activity that is on right now and answers its title. */
    String announces() {
        officer.go("/console/sign-in");
        officer.pictures("20-desk-sign-in");
        officer.signInAs(officer.house().staff("county-officer"));
        officer.pictures("21-desk");
        officer.go("/console/activities");
        officer.pictures("22-desk-activities");
        String title = "写作业前的十分钟";
        fill(title);
        officer.send("/console/activities");
        assertThat(officer.path()).startsWith("/console/activities/").endsWith("/code");
        officer.pictures("23-code");
        String code = officer.path();
        officer.go(code + "?wall=true");
        assertThat(page.locator(".jx-console-rail")).hasCount(0);
        officer.pictures("23-code-on-the-wall");
        addsAnother(title);
        officer.go(code);
        return title;
    }

    /** The same activity once more, a week later; its place and words are there already. */
    private void addsAnother(String title) {
        officer.go("/console/activities");
        officer.press(
                page.locator(".jx-sitting", having(title))
                        .first()
                        .locator("a[href$='/sessions']")
                        .first());
        String form = "form[action='" + officer.path() + "']";
        page.fill("#day", LocalDate.now(ZONE).plusWeeks(1).toString());
        page.fill("#starts", "10:00");
        page.fill("#ends", "11:00");
        officer.press(page.locator(form + " button"));
        assertThat(officer.main().locator("a[href$='/code']")).hasCount(2);
        officer.pictures("23-sessions");
    }

    private static Page.LocatorOptions having(String title) {
        return new Page.LocatorOptions().setHasText(title);
    }

    private void fill(String title) {
        ZonedDateTime now = ZonedDateTime.now(ZONE);
        page.fill("#title", title);
        page.locator("details.jx-more summary").click();
        page.fill("#title-en", "Ten minutes before homework");
        page.fill("#about", "带一本作业来，现场把开头练一遍。");
        page.fill("#about-en", "Bring an exercise book; we practise how to begin.");
        page.fill("#place", "望江街道社区学堂");
        page.fill("#place-en", "Wangjiang neighbourhood school");
        page.fill("#organiser", "上城区家长学校");
        page.fill("#organiser-en", "Shangcheng parent school");
        page.selectOption("#stage", "primary");
        page.fill("#day", LocalDate.ofInstant(now.toInstant(), ZONE).toString());
        page.fill("#starts", TIME.format(starts(now)));
        page.fill("#ends", TIME.format(ends(now)));
    }

    /** A session stays within its day, also around midnight. */
    private static LocalTime starts(ZonedDateTime now) {
        ZonedDateTime start = now.minusMinutes(MINUTES_BEFORE);
        return start.toLocalDate().equals(now.toLocalDate()) ? start.toLocalTime() : LocalTime.MIN;
    }

    private static LocalTime ends(ZonedDateTime now) {
        ZonedDateTime end = now.plusMinutes(MINUTES_AFTER);
        return end.toLocalDate().equals(now.toLocalDate()) ? end.toLocalTime() : LocalTime.MAX;
    }

    /** The six digits on the wall at this moment. */
    String digits() {
        page.reload();
        return page.locator(".jx-wallcode-digits").textContent().replaceAll("\\s", "");
    }

    /** Where the code on the wall leads, read from its picture as a camera would. */
    String scannedPath() {
        page.reload();
        assertThat(page.locator(".jx-qr")).isVisible();
        byte[] picture = page.locator(".jx-qr").screenshot();
        String address = read(picture);
        assertThat(address).startsWith(officer.house().at("/activities/check-in?t="));
        return address.substring(officer.house().at("").length());
    }

    private static String read(byte[] png) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            int width = image.getWidth();
            int height = image.getHeight();
            int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
            var source = new RGBLuminanceSource(width, height, pixels);
            return new QRCodeMultiReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                    .getText();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (ReaderException unreadable) {
            throw new AssertionError("no camera could read the code on the wall", unreadable);
        }
    }

    @Override
    public void close() {
        officer.close();
    }
}
