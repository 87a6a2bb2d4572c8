package org.jiaxue.demo;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.jiaxue.licences.Benefits;
import org.jiaxue.licences.Benefits.Opening;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.Words;
import org.springframework.stereotype.Component;

/**
 * A county's invented offers to families with a star: one of each kind, and one still to be read.
 */
@Component
@DemoOnly
class Offering {

    private static final String SCHEME = "shangcheng";
    private static final int DAYS = 90;

    private final Benefits benefits;
    private final Times times;

    Offering(Benefits benefits, Times times) {
        this.benefits = benefits;
        this.times = times;
    }

    /** Makes them as one officer and reads them as another. */
    void open(StaffId writer, StaffId reader) {
        List.of(book(), museum(), weekend())
                .forEach(it -> benefits.open(it, by(writer), by(reader)));
        benefits.make(kit(), by(writer));
    }

    private Opening book() {
        return offer(
                "voucher",
                1,
                120,
                new Words("绘本一本", "A picture book"),
                new Words(
                        "免费领一本绘本带回家，由图书馆老师挑选。",
                        "A free picture book to keep, chosen by the librarians."),
                new Words("示例区图书馆服务台", "Desk of the sample district library"));
    }

    private Opening museum() {
        return offer(
                "venue-pass",
                1,
                60,
                new Words("科技馆亲子通行", "The science museum, with your child"),
                new Words(
                        "两位大人带孩子免费进馆一次。", "Free entry once for two grown-ups with their children."),
                new Words("示例科技馆东门", "Sample science museum, east gate"));
    }

    private Opening weekend() {
        return offer(
                "booking-ahead",
                2,
                200,
                new Words("周末活动先约", "Weekend activities, booked ahead"),
                new Words(
                        "区里的周末活动开放预约时，可以早两天约。",
                        "Book the district’s weekend activities two days before they open."),
                new Words("上城区各街道", "All neighbourhoods of the district"));
    }

    private Opening kit() {
        return offer(
                "voucher",
                1,
                80,
                new Words("手工材料包一份", "A craft kit"),
                new Words("免费领一份手工材料包。", "A free kit to make something with your child."),
                new Words("示例街道文化站", "Sample neighbourhood culture centre"));
    }

    private Opening offer(String kind, int level, int quota, Words title, Words what, Words place) {
        LocalDate today = times.today();
        return new Opening(
                Cast.COUNTY,
                kind,
                SCHEME,
                level,
                quota,
                1,
                today,
                today.plusDays(DAYS),
                title,
                what,
                place);
    }

    private static Viewer.Staff by(StaffId id) {
        return new Viewer.Staff(id, "", EnumSet.of(Viewer.Scope.STAFF));
    }
}
