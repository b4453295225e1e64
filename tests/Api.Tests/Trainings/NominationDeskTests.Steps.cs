using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.LearningHours;
using Pionir.Domain.Identity;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Trainings;

/// <summary>The steps that the tests of the desk are told in.</summary>
public sealed partial class NominationDeskTests
{
    private Task<JsonElement> RaiseTargetAsync(string type, int minimumJp, string from) =>
        api.PostAsync(
            TestUser.With(Permission.ReferenceDataManage),
            "/reference-data/items",
            new
            {
                kind = "jpTargets",
                code = type,
                item = new
                {
                    name = new { id = "POLRI", en = "Police" },
                    values = new { minimumJp },
                    validFrom = from,
                    citation = "Keputusan uji",
                    confirmed = true,
                    position = 50,
                    reason = "uji",
                },
                endPrevious = true,
            },
            201
        );

    private Task<LedgerReceipt> PostJpAsync(Guid employee, int jp) =>
        api.ScopeAsync(services =>
            services
                .GetRequiredService<ILedger>()
                .PostAsync(
                    [
                        new LedgerPosting(
                            EmployeeId.From(employee),
                            LedgerEntryKind.Opening,
                            new LedgerSource($"opening:{employee}", employee),
                            new LedgerContent("Saldo awal", new DateOnly(2026, 1, 31)),
                            JpCalculation.ByProgramme(jp)
                        ),
                    ],
                    CancellationToken.None
                )
        );

    private static uint Version(JsonElement view) => view.GetProperty("version").GetUInt32();

    private static JsonElement Row(List<JsonElement> rows, Guid employee) =>
        rows.Single(row => row.Id("employeeId") == employee);

    private Task<JsonElement> QuotasAsync(TestUser user, Guid training) =>
        api.GetAsync(user, $"/trainings/{training}/participants/unit-quotas");

    private async Task<List<JsonElement>> CandidatesAsync(TestUser user, Guid training, string filter = "") =>
        [
            .. (await api.GetAsync(user, $"/trainings/{training}/candidates?size=100&{filter}"))
                .GetProperty("items")
                .EnumerateArray(),
        ];

    private async Task<List<JsonElement>> NominationsAsync(TestUser user, string filter) =>
        [.. (await api.GetAsync(user, $"/nominations?{filter}")).GetProperty("items").EnumerateArray()];

    private async Task SetAsync(
        Guid training,
        uint? version,
        int places,
        int status = 200,
        string? code = null,
        TestUser? user = null
    )
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Put,
            $"/api/v1/trainings/{training}/participants/unit-quotas"
        )
        {
            Content = JsonContent.Create(new { quotas = new[] { new { unitId = api.UnitA, places } } }),
        };
        if (version is { } seen)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{seen.ToString(CultureInfo.InvariantCulture)}\""));
        var response = await api.Client(user ?? api.Officer).SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(status, text);
        if (code is not null)
            JsonSerializer.Deserialize<JsonElement>(text).Code().ShouldBe(code);
    }
}
