package se.vardrum.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.ParticipantId;

@Repository
class DeviceCheckTable {

    private final JdbcClient sql;

    DeviceCheckTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Instead of the one before; an older one that comes late changes nothing. */
    void put(DeviceCheck check) {
        var it = check.found();
        sql.sql("""
                insert into device_check as kept (participant_id, at, camera, microphone, speaker, network, way, round_trip,
                    kbits, browser, version, platform)
                values (:participant, :at, :camera, :microphone, :speaker, :network, :way, :roundTrip, :kbits, :browser,
                    :version, :platform)
                on conflict (participant_id) do update set at = excluded.at, camera = excluded.camera,
                    microphone = excluded.microphone, speaker = excluded.speaker, network = excluded.network,
                    way = excluded.way, round_trip = excluded.round_trip, kbits = excluded.kbits,
                    browser = excluded.browser, version = excluded.version, platform = excluded.platform
                where kept.at <= excluded.at
                """)
                .param("participant", check.participant().value())
                .param("at", Timestamp.from(check.at()))
                .param("camera", it.camera().name())
                .param("microphone", it.microphone().name())
                .param("speaker", it.speaker().name())
                .param("network", it.network().name())
                .param("way", it.way().name())
                .param("roundTrip", it.roundTrip(), Types.INTEGER)
                .param("kbits", it.kbits(), Types.INTEGER)
                .param("browser", it.browser().name())
                .param("version", it.version(), Types.INTEGER)
                .param("platform", it.platform().name())
                .update();
    }

    List<DeviceCheck> of(Collection<AppointmentId> ids) {
        if (ids.isEmpty()) return List.of();
        return sql.sql("""
                select c.* from device_check c join participant p on p.id = c.participant_id
                where p.appointment_id in (:ids) and p.removed_at is null
                """)
                .param("ids", ids.stream().map(AppointmentId::value).toList())
                .query(DeviceCheckTable::check)
                .list();
    }

    private static DeviceCheck check(ResultSet row, int n) throws SQLException {
        var found = new DeviceCheck.Found(
                DeviceCheck.Device.valueOf(row.getString("camera")),
                DeviceCheck.Device.valueOf(row.getString("microphone")),
                DeviceCheck.Speaker.valueOf(row.getString("speaker")),
                DeviceCheck.Network.valueOf(row.getString("network")),
                DeviceCheck.Way.valueOf(row.getString("way")),
                row.getObject("round_trip", Integer.class),
                row.getObject("kbits", Integer.class),
                DeviceCheck.Browser.valueOf(row.getString("browser")),
                row.getObject("version", Integer.class),
                DeviceCheck.Platform.valueOf(row.getString("platform")));
        return new DeviceCheck(
                new ParticipantId(row.getObject("participant_id", UUID.class)),
                row.getTimestamp("at").toInstant(),
                found);
    }
}
