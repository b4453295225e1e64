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

        await refused.ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "audit.too_many_for_a_file");
        (await refused.Content.ReadAsStringAsync()).ShouldContain("100001");
        (await part.Content.ReadAsStringAsync()).Split("UjiBanyak").Length.ShouldBe(100_001);
    }
}
