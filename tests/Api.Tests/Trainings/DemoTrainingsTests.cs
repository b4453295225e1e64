using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pionir.Application.Common.Demo;
using Pionir.Infrastructure.Demo;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Trainings;

/// <summary>The demo's history is made by the product's own commands, so it must hold on any day somebody starts it.</summary>
public sealed class DemoTrainingsTests
{
    [Theory]
    [InlineData("2026-03-02T00:30:00Z")]
    [InlineData("2028-02-27T05:00:00Z")]
    public async Task Demo_HasTrainingsInEveryState_AndNothingInTheFuture(string now)
    {
        await using var demo = new DemoFixture();
        await demo.InitializeAsync();
        demo.Clock.Set(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

        await demo.SeedAsync();
        // Started again, it adds nothing.
        await demo.SeedAsync();

        (await demo.ScalarAsync<int>($"SELECT count(*)::int FROM trainings")).ShouldBe(20);
        var states = await demo.ScalarAsync<string>(
            $"SELECT string_agg(DISTINCT state, ' ' ORDER BY state) FROM trainings"
        );
        states.ShouldBe("Approved Cancelled Closed Completed Draft Open Returned Running Submitted");
        var people = await demo.ScalarAsync<string>(
            $"SELECT string_agg(DISTINCT state, ' ' ORDER BY state) FROM participants"
        );
        foreach (var state in "Approved Confirmed Declined Failed Invited Nominated Passed Reserve".Split(' '))
            people.ShouldContain(state);
        (await demo.CertificatesAsync("Issued")).ShouldBeGreaterThan(40);
        (await demo.CertificatesAsync("Revoked")).ShouldBe(1);
        (await demo.ScalarAsync<int>($"SELECT count(*)::int FROM jobs WHERE state <> 'Succeeded'")).ShouldBe(0);
        (
            await demo.ScalarAsync<int>(
                $"SELECT count(*)::int FROM training_transitions WHERE at > {demo.Clock.GetUtcNow()}"
            )
        ).ShouldBe(0);
        (await demo.ScalarAsync<int>($"SELECT count(DISTINCT year)::int FROM ledger_entries")).ShouldBe(2);
    }

    private sealed class DemoFixture : ApiFixture
    {
        protected override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string> { ["Demo:Employees"] = "400" };

        protected override void Replace(IServiceCollection services) =>
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new DemoClock(Clock)));

        public Task<int> CertificatesAsync(string status) =>
            ScalarAsync<int>($"SELECT count(*)::int FROM certificates WHERE status = {status}");

        public async Task SeedAsync()
        {
            var types = await ScopeAsync(services =>
                Task.FromResult(
                    services
                        .GetServices<IDemoSeed>()
                        .Where(seed => seed.Order <= 300)
                        .OrderBy(seed => seed.Order)
                        .Select(seed => seed.GetType())
                        .ToList()
                )
            );
            foreach (var type in types)
            {
                await ScopeAsync(async services =>
                {
                    var seed = services.GetServices<IDemoSeed>().Single(one => one.GetType() == type);
                    await seed.SeedAsync(CancellationToken.None);
                    return true;
                });
            }
        }
    }
}
