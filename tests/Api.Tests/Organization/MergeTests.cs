using System.Text.Json;
using Npgsql;
using Pionir.Api.Tests.Trainings;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Organization;

/// <summary>Two records of one person become one: what other contexts hold follows, and nothing of the past is rewritten.</summary>
public sealed class MergeTests(TrainingFixture api) : IClassFixture<TrainingFixture>
{
    [Fact]
    public async Task Statement_AfterAMerge_CountsTheHoursOfBothRecords_AndTheLedgerIsUntouched()
    {
        var (kept, old) = await PairAsync();
        await PostJpAsync(kept, 4);
        await PostJpAsync(old, 6);

        await MergeAsync(kept, old);
        var statement = await api.GetAsync(TrainingFixture.Employee(kept), "/jp/statement?year=2026");

        statement.GetProperty("earned").GetInt32().ShouldBe(10);
        statement.GetProperty("entries").GetArrayLength().ShouldBe(2);
        (await api.ScalarAsync<long>($"SELECT count(*) FROM ledger_entries WHERE employee_id = {old}")).ShouldBe(1);
        (
            await api.ScalarAsync<long>(
                $"SELECT count(*) FROM ledger_entries e WHERE employee_id IN ({kept}, {old}) AND hash <> ledger_entry_hash(e)"
            )
        ).ShouldBe(0);
    }

    [Fact]
    public async Task Participations_Certificates_AndNotifications_AreThePersonsOwnAfterwards()
    {
        var (kept, old) = await PairAsync();
        var training = await api.AddTrainingAsync();
        var participant = await api.AddParticipantAsync(training, "Passed", old);
        var certificate = await AddCertificateAsync(training, participant, old);
        await api.SqlAsync(
            $"INSERT INTO notifications (id, employee_id, code, arguments, link, created_at) VALUES ({Guid.NewGuid()}, {old}, {"certificate.issued"}, '{{}}', {"/"}, now())"
        );

        await MergeAsync(kept, old);
        var me = TrainingFixture.Employee(kept);
        var mine = await api.GetAsync(me, "/me/participations");
        var certificates = await api.GetAsync(me, $"/employees/{kept}/certificates");
        var bell = await api.GetAsync(me, "/notifications");

        mine.GetProperty("items")[0].Id("participantId").ShouldBe(participant);
        certificates[0].Id("id").ShouldBe(certificate);
        certificates[0].GetProperty("canDownload").GetBoolean().ShouldBeTrue();
        bell.GetProperty("items").GetArrayLength().ShouldBe(1);
        (
            await api.ScalarAsync<long>(
                $"SELECT count(*) FROM audit_entries WHERE action = 'MergeEmployees' AND subject_id = {certificate}"
            )
        ).ShouldBe(1);
    }

    [Fact]
    public async Task PersonOnOneTrainingTwice_GivesOnePlaceBack()
    {
        var (kept, old) = await PairAsync();
        var training = await api.AddTrainingAsync();
        var own = await api.AddParticipantAsync(training, "Confirmed", kept);
        var twin = await api.AddParticipantAsync(training, "Confirmed", old);

        await MergeAsync(kept, old);

        (await api.StateAsync(own)).ShouldBe("Confirmed");
        (await api.StateAsync(twin)).ShouldBe("Withdrawn");
        (await api.ScalarAsync<int>($"SELECT seats_taken FROM trainings WHERE id = {training}")).ShouldBe(1);
    }

    [Fact]
    public async Task TwoTrainingsAtOnce_ThatWereBothHeld_StayAsTheyWere_AndThePageShowsBoth()
    {
        var (kept, old) = await PairAsync();
        var one = await api.AddTrainingAsync();
        var other = await api.AddTrainingAsync();
        await api.AddParticipantAsync(one, "Passed", kept);
        var twin = await api.AddParticipantAsync(other, "Passed", old);

        await MergeAsync(kept, old);
        var tab = await api.GetAsync(TrainingFixture.Employee(kept), $"/employees/{kept}/trainings");

        (await api.StateAsync(twin)).ShouldBe("Passed");
        tab.GetProperty("total").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task Account_FollowsThePerson_AndASecondOneIsClosed()
    {
        var (kept, old) = await PairAsync();
        var (alone, former) = await PairAsync();
        await api.AccountAsync(EmployeeId.From(kept));
        var second = await api.AccountAsync(EmployeeId.From(old));
        var only = await api.AccountAsync(EmployeeId.From(former), (Role.Auditor, null));

        await MergeAsync(kept, old);
        await MergeAsync(alone, former);

        (await api.ScalarAsync<string>($"SELECT status FROM accounts WHERE id = {second.Id.Value}")).ShouldBe(
            "Disabled"
        );
        (await api.ScalarAsync<Guid>($"SELECT employee_id FROM accounts WHERE id = {only.Id.Value}")).ShouldBe(alone);
    }

    [Fact]
    public async Task RecordMergedEarlier_PointsAtTheOneThatStands()
    {
        var (middle, first) = await PairAsync();
        var last = await api.AddEmployeeAsync();

        await MergeAsync(middle, first);
        await MergeAsync(last, middle);

        (await api.ScalarAsync<Guid>($"SELECT merged_into_id FROM employees WHERE id = {first}")).ShouldBe(last);
    }

    [Fact]
    public async Task WhoReportedToTheOldRecord_ReportsToTheKeptOne_NobodyToThemselves_AndTheTrailSaysSo()
    {
        var (kept, old) = await PairAsync();
        var below = await api.AddEmployeeAsync();
        var unit = await api.UnitAsync(leader: EmployeeId.From(old));
        await api.SqlAsync($"UPDATE employees SET supervisor_id = {old} WHERE id IN ({below}, {kept})");

        await MergeAsync(kept, old);

        (await api.ScalarAsync<Guid>($"SELECT supervisor_id FROM employees WHERE id = {below}")).ShouldBe(kept);
        (await api.ScalarAsync<bool>($"SELECT supervisor_id IS NULL FROM employees WHERE id = {kept}")).ShouldBeTrue();
        (await api.ScalarAsync<Guid>($"SELECT leader_id FROM units WHERE id = {unit.Value}")).ShouldBe(kept);
        foreach (var (subject, field) in new[] { (below, "SupervisorId"), (unit.Value, "LeaderId") })
        {
            (
                await api.ScalarAsync<string>(
                    $"SELECT details->{field}->>1 FROM audit_entries WHERE action = 'MergeEmployees' AND subject_id = {subject}"
                )
            ).ShouldBe(kept.ToString());
        }
    }

    [Fact]
    public async Task Employee_IsNobodysOwnSuperior_EvenBySql()
    {
        var employee = await api.AddEmployeeAsync();

        var refused = await Should.ThrowAsync<PostgresException>(() =>
            api.SqlAsync($"UPDATE employees SET supervisor_id = id WHERE id = {employee}")
        );

        refused.ConstraintName.ShouldBe("employees_own_superior");
    }

    [Fact]
    public async Task Trail_NamesPeopleWhereItKeepsIds()
    {
        var (kept, old) = await PairAsync();
        await MergeAsync(kept, old);

        var trail = await api.GetAsync(TestUser.With(Permission.AuditRead), $"/audit/objects/Employee/{old}");

        var name = await api.ScalarAsync<string>($"SELECT name FROM employees WHERE id = {kept}");
        trail
            .GetProperty("items")
            .EnumerateArray()
            .Select(row => row.GetProperty("names"))
            .ShouldContain(names =>
                names.ValueKind == JsonValueKind.Object
                && names.EnumerateObject().Any(one => one.Name == kept.ToString() && one.Value.GetString() == name)
            );
    }

    [Fact]
    public async Task Certificate_MovesToNobodyElse_EvenBySql()
    {
        var holder = await api.AddEmployeeAsync();
        var thief = await api.AddEmployeeAsync();
        var training = await api.AddTrainingAsync();
        var participant = await api.AddParticipantAsync(training, "Passed", holder);
        var certificate = await AddCertificateAsync(training, participant, holder);

        var refused = await Should.ThrowAsync<PostgresException>(() =>
            api.SqlAsync($"UPDATE certificates SET employee_id = {thief} WHERE id = {certificate}")
        );

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private async Task<(Guid Kept, Guid Old)> PairAsync() =>
        (await api.AddEmployeeAsync(), await api.AddEmployeeAsync());

    private async Task MergeAsync(Guid kept, Guid old) =>
        await api.PostAsync(
            TestUser.Everything,
            $"/employees/{kept}/merge",
            new { mergedId = old, reason = "Pindah dari NRP ke NIP" },
            204
        );

    private Task<int> PostJpAsync(Guid employee, int jp) =>
        api.SqlAsync(
            $"""
            INSERT INTO ledger_entries (id, employee_id, occurred_on, year, jp, minutes, kind, source, origin_id, title,
                rule_version, calculation, posted_at, posted_by, sequence, previous_hash, hash)
            VALUES ({Guid.CreateVersion7()}, {employee}, '2026-02-01', 2026, {jp}, {jp * 45}, 'Opening',
                {Guid.NewGuid().ToString()}, {Guid.NewGuid()}, 'Saldo awal', 'minutes', '[]', now(), {Guid.NewGuid()}, 0, '\x', '\x')
            """
        );

    private async Task<Guid> AddCertificateAsync(Guid training, Guid participant, Guid employee)
    {
        var (series, certificate) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await api.SqlAsync(
            $"INSERT INTO number_series (id, kind, unit_id, unit_code, year, pattern, first, last) VALUES ({series}, 'Training', {series}, '', 2026, '', 1, 1)"
        );
        await api.SqlAsync(
            $"""
            INSERT INTO certificates (id, kind, number, series_id, sequence, source_id, participant_id, employee_id,
                unit_id, holder_name, holder_key, title, jp, issued_on, issued_at, issued_by, token, snapshot,
                template_version, content_hash, status, edition)
            VALUES ({certificate}, 'Training', {certificate.ToString()}, {series}, 1, {training}, {participant}, {employee},
                {api.Centre}, 'Nama', 'nama', 'Pelatihan', 10, '2026-03-01', now(), {Guid.NewGuid()},
                {certificate.ToString()}, '', '1', '\x', 'Issued', 1)
            """
        );
        return certificate;
    }
}
