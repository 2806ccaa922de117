package se.vardrum.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates and times as people write them. */
class WrittenTests {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 25);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-27 | 2026-11-27",
                "20261127 | 2026-11-27",
                "261127 | 2026-11-27",
                "2026/11/27 | 2026-11-27",
                "27/11 | 2026-11-27",
                "27.11 | 2026-11-27",
                "27.11.2026 | 2026-11-27",
                "27/11-26 | 2026-11-27",
                "27/11 2026 | 2026-11-27",
                "27 nov | 2026-11-27",
                "27 nov. 2026 | 2026-11-27",
                "27 NOVEMBER 2026 | 2026-11-27",
                "27nov | 2026-11-27",
                "den 27:e nov | x",
                "27:e november | 2026-11-27",
                "fredag 27 november 2026 | 2026-11-27",
                "fre 27/11 | 2026-11-27",
                "fredag den 27 november | 2026-11-27",
                "Friday 27 November 2026 | 2026-11-27",
                "Nov 27, 2026 | 2026-11-27",
                "fredag | 2026-11-27",
                "onsdag | 2026-12-02",
                "idag | 2026-11-25",
                "i morgon | 2026-11-26",
                "tomorrow | 2026-11-26",
                "3/1 | 2027-01-03",
                "29/2 | 2028-02-29",
                "20/11 | 2026-11-20",
                "1 maj | 2027-05-01",
                "1 okt | 2027-10-01"
            })
    void aDayIsReadAsPeopleWriteIt(String typed, String meant) {
        var read = WrittenDate.read(typed, WEDNESDAY);
        if (meant.equals("x")) assertThat(read).isInstanceOf(WrittenDate.Read.Unreadable.class);
        else assertThat(read).isEqualTo(new WrittenDate.Read.Day(LocalDate.parse(meant)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/2", "2026-13-01", "2026-02-30", "30 feb", "0/0", "99/99"})
    void aDayThatIsNotInTheCalendarIsSaidToBeNone(String typed) {
        assertThat(WrittenDate.read(typed, WEDNESDAY)).isInstanceOf(WrittenDate.Read.NoSuchDay.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "snart", "27", "27 blah", "<b>27</b>", "😀", "2026-11", "1/2/3/4", "99999999999"})
    void whatIsNoDayIsNotGuessedAt(String typed) {
        assertThat(WrittenDate.read(typed, WEDNESDAY)).isInstanceOf(WrittenDate.Read.Unreadable.class);
    }

    @Test
    void theWrongWeekdayIsNoticed() {
        assertThat(WrittenDate.read("torsdag 27 november", WEDNESDAY))
                .isEqualTo(new WrittenDate.Read.OtherWeekday(LocalDate.of(2026, 11, 27)));
    }

    @ParameterizedTest
    @CsvSource({
        "14:30, 14:30",
        "14.30, 14:30",
        "1430, 14:30",
        "9, 09:00",
        "09, 09:00",
        "930, 09:30",
        "kl 9, 09:00",
        "kl. 14.30, 14:30",
        "'14,30', 14:30",
        "0, 00:00",
        "23:59, 23:59",
        "2 pm, 14:00",
        "12:30 am, 00:30"
    })
    void aTimeIsReadAsPeopleWriteIt(String typed, String meant) {
        assertThat(WrittenTime.read(typed)).contains(LocalTime.parse(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24:00", "25", "14:60", "14:3", "snart", "-1", "1:2:3", "99999", "13 pm", "😀"})
    void whatIsNoTimeIsNotGuessedAt(String typed) {
        assertThat(WrittenTime.read(typed)).isEmpty();
    }
}
