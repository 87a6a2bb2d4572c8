package org.jiaxue.learning.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.identity.Child;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.Setting;
import org.jiaxue.learning.Subject;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettingTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Child INFANT = child("2025-03", TODAY);
    private static final Child PUPIL = child("2018-03", TODAY);

    @Test
    void it_is_the_stage_of_the_child_whom_the_subject_fits() {
        assertThat(stageOf(about(84, 120), INFANT, PUPIL)).isEqualTo(Stage.PRIMARY);
        assertThat(stageOf(about(0, 36), INFANT, PUPIL)).isEqualTo(Stage.INFANT);
    }

    @Test
    void of_several_whom_it_fits_it_is_the_youngest() {
        assertThat(stageOf(about(0, 216), INFANT, PUPIL)).isEqualTo(Stage.INFANT);
    }

    @Test
    void it_is_the_youngest_childs_where_the_subject_fits_none() {
        assertThat(stageOf(about(180, 216), INFANT, PUPIL)).isEqualTo(Stage.INFANT);
        Subject before = new Subject(new Words("备孕", "Before"), Stage.MARRIAGE, null);
        assertThat(stageOf(before, PUPIL)).isEqualTo(Stage.PRIMARY);
    }

    @Test
    void without_a_child_there_is_no_stage() {
        assertThat(Setting.of(about(84, 120), List.of(), TODAY, TODAY, null))
                .isEqualTo(Setting.NONE);
    }

    @Test
    void it_is_the_stage_of_the_day_on_which_it_was_learned() {
        LocalDate september = LocalDate.of(2026, 9, 1);
        Child entering = child("2020-05", september);
        LocalDate august = LocalDate.of(2026, 8, 31);

        assertThat(entering.stage()).isEqualTo(Stage.PRIMARY);
        assertThat(
                        Setting.of(about(60, 84), List.of(entering), august, september, null)
                                .guardianStage())
                .isEqualTo(Stage.KINDERGARTEN);
    }

    @Test
    void a_stage_that_a_guardian_named_stands() {
        Child ahead = new Child(Ids.next(), YearMonth.of(2020, 11), Stage.PRIMARY);
        assertThat(stageOf(about(60, 84), ahead)).isEqualTo(Stage.PRIMARY);
    }

    @Test
    void the_school_stands_beside_it() {
        UUID school = Ids.next();
        assertThat(Setting.of(about(84, 120), List.of(), TODAY, TODAY, school))
                .isEqualTo(new Setting(null, school));
    }

    private static @Nullable Stage stageOf(Subject subject, Child... children) {
        return Setting.of(subject, List.of(children), TODAY, TODAY, null).guardianStage();
    }

    private static Subject about(int from, int to) {
        return new Subject(new Words("课", "Lesson"), Stage.PRIMARY, new Ages(from, to));
    }

    private static Child child(String born, LocalDate today) {
        YearMonth month = YearMonth.parse(born);
        return new Child(Ids.next(), month, Stage.suggest(month, today));
    }
}
