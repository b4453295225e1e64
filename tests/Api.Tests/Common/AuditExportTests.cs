using System.Net;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Common;

public sealed class AuditExportTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Export_IsWholeOrRefused_NeverCutOff()
    {
        await api.SqlAsync(
            $"""
            INSERT INTO audit_entries (id, at, user_id, user_name, action, change, subject_type, subject_id, subject_name, root_id)
            SELECT gen_random_uuid(), timestamptz '2026-01-01' + n * interval '1 second', {Guid.Empty}, 'Uji', 'UjiBanyak', 'Noted', 'Uji',
                {Guid.Empty}, 'Uji', {Guid.Empty}
            FROM generate_series(0, 100000) n
            """
        );
        var auditor = api.Client(TestUser.With(Permission.AuditRead));
        const string export = "/api/v1/audit/export?format=csv&action=UjiBanyak";

        var refused = await auditor.GetAsync(export);
        var part = await auditor.GetAsync($"{export}&from=2026-01-01T00:00:01Z");

        await refused.ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "spreadsheet.too_many_for_a_file");
        (await refused.Content.ReadAsStringAsync()).ShouldContain("100001");
        (await part.Content.ReadAsStringAsync()).Split("UjiBanyak").Length.ShouldBe(100_001);
    }

    [Theory]
    [InlineData(
        "id",
        "Waktu,Siapa,Tindakan,",
        "Menyetujui pelatihan,Diubah,Pelatihan",
        "Mulai: 7 Agustus 2026; Status: Diajukan → Disetujui; Unit kerja: Biro Perjalanan"
    )]
    [InlineData(
        "en",
        "When,Who,Action,",
        "Approved a training,Changed,Training",
        "Start: 7 August 2026; State: Submitted → Approved; Unit: Biro Perjalanan"
    )]
    public async Task Export_IsInTheReadersWords_WithTheCodesBeside(
        string language,
        string headings,
        string what,
        string values
    )
    {
        var unit = Guid.CreateVersion7();
        var reason = $"Uji {language}";
        await api.SqlAsync(
            $"INSERT INTO units (id, code, name, kind, active_from, changed_at) VALUES ({unit}, {"AU-" + language}, {"Biro Perjalanan"}, {"biro"}, {new DateOnly(2020, 1, 1)}, {FakeClock.Start})"
        );
        var details =
            $$"""{"State": ["Submitted", "Approved"], "UnitId": [null, "{{unit}}"], "Start": [null, "2026-08-07"], "Revision": [1, 2]}""";
        await api.SqlAsync(
            $"""
            INSERT INTO audit_entries (id, at, user_id, user_name, action, change, subject_type, subject_id, subject_name, root_id, details, reason)
            VALUES (gen_random_uuid(), timestamptz '2026-01-01 07:00Z', {Guid.Empty}, 'Uji', 'ApproveTraining', 'Modified', 'Training',
                {unit}, 'Dasar', {unit}, {details}::jsonb, {reason})
            """
        );
        var auditor = api.Client(TestUser.With(Permission.AuditRead));
        auditor.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        var csv = await auditor.GetStringAsync($"/api/v1/audit/export?format=csv&q={Uri.EscapeDataString(reason)}");

        csv.TrimStart('\uFEFF').ShouldStartWith(headings);
        csv.ShouldContain(",action,change,subject_type,subject_id,user_id,details");
        csv.ShouldContain("2026-01-01T14:00:00+07:00");
        csv.ShouldContain(what);
        csv.ShouldContain(values, customMessage: csv);
        csv.ShouldContain($",ApproveTraining,modified,Training,{unit},");
    }

    [Fact]
    public async Task Export_ByALinkOfThePage_SpeaksThePagesLanguage()
    {
        var auditor = api.Client(TestUser.With(Permission.AuditRead));
        auditor.DefaultRequestHeaders.AcceptLanguage.ParseAdd("id-ID,id;q=0.9");
        auditor.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Culture=c%3Den%7Cuic%3Den");

        var csv = await auditor.GetStringAsync("/api/v1/audit/export?format=csv&action=TidakAda");

        csv.TrimStart('\uFEFF').ShouldStartWith("When,");
    }
}
