package se.vardrum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
class StartTests {

    @Autowired
    JdbcClient sql;

    @Test
    void everyModuleBringsItsTables() {
        var tables = sql.sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list();
        assertThat(tables)
                .contains(
                        "access_log", "care_unit", "person", "appointment", "invitation", "visit", "message", "draft");
    }
}
