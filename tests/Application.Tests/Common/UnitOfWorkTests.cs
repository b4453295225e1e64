using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Infrastructure.Persistence;
using Pionir.Tests.Common;

namespace Pionir.Application.Tests.Common;

public sealed class UnitOfWorkTests(UnitOfWorkTests.Api api) : IClassFixture<UnitOfWorkTests.Api>
{
    private static readonly Error Twice = Error.Conflict("test.twice");

    [Fact]
    public async Task Refused_LeavesNothing_AndRunsNothingAfterwards()
    {
        var id = Guid.CreateVersion7();
        var ranAfterwards = false;

        var result = await RunAsync(services =>
        {
            var database = services.GetRequiredService<IDatabase>();
            database.Set<Job>().Add(NewJob(id));
            database.AfterCommit(_ => Task.FromResult(ranAfterwards = true));
            return Task.FromResult((Result)Twice);
        });

        result.Error.ShouldBe(Twice);
        ranAfterwards.ShouldBeFalse();
        (await CountAsync(id)).ShouldBe(0);
    }

    [Fact]
    public async Task BrokenConstraint_AnswersTheRefusalItStandsFor()
    {
        var id = Guid.CreateVersion7();
        await RunAsync(services => AddAsync(services, id));

        var second = await RunAsync(services => AddAsync(services, id));

        second.Error.ShouldBe(Twice);
    }

    [Fact]
    public async Task TwoThatWaitForEachOther_BothEndWell()
    {
        var (one, two) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await RunAsync(services => AddAsync(services, one));
        await RunAsync(services => AddAsync(services, two));
        using var bothHoldTheirFirst = new Barrier(2);

        var results = await Task.WhenAll(
            Task.Run(() => RunAsync(services => TouchAsync(services, bothHoldTheirFirst, one, two))),
            Task.Run(() => RunAsync(services => TouchAsync(services, bothHoldTheirFirst, two, one)))
        );

        results.ShouldAllBe(result => result.IsSuccess);
        var touched = await api.ScalarAsync<int>($"SELECT done FROM jobs WHERE id = {one}");
        touched.ShouldBe(2);
    }

    [Fact]
    public async Task ConnectionLostInTheMiddle_LeavesNothing_WhateverWasSavedAfterIt()
    {
        var (before, after) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        await Should.ThrowAsync<Exception>(() =>
            RunAsync(async services =>
            {
                var database = services.GetRequiredService<IDatabase>();
                database.Set<Job>().Add(NewJob(before));
                await database.SaveChangesAsync();
                // Somebody in between does not notice, or does not say so.
                await Should.ThrowAsync<NpgsqlException>(() =>
                    database.Database.ExecuteSqlAsync($"SELECT pg_terminate_backend(pg_backend_pid())")
                );
                await database.Set<Job>().CountAsync();
                database.Set<Job>().Add(NewJob(after));
                await database.SaveChangesAsync();
                return Result.Success();
            })
        );

        (await CountAsync(before)).ShouldBe(0);
        (await CountAsync(after)).ShouldBe(0);
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET action = 'x'")]
    [InlineData("DELETE FROM audit_entries")]
    [InlineData("TRUNCATE audit_entries")]
    [InlineData("ALTER TABLE audit_entries DISABLE TRIGGER ALL")]
    public async Task AuditTrail_CannotBeChangedByTheApplication(string sql)
    {
        await RunAsync(services =>
        {
            services.GetRequiredService<IAuditLog>().Record("Look", "Employee", Guid.CreateVersion7(), "Uji");
            return Task.FromResult(Result.Success());
        });
        await using var connection = new NpgsqlConnection(api.Database.AppConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);

        var refused = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private Task<Result> RunAsync(Func<IServiceProvider, Task<Result>> act) =>
        api.ScopeAsync(services =>
            services
                .GetRequiredService<IUnitOfWork>()
                .RunAsync("Test", null, () => act(services), CancellationToken.None)
        );

    private static Task<Result> AddAsync(IServiceProvider services, Guid id)
    {
        services.GetRequiredService<IDatabase>().Set<Job>().Add(NewJob(id));
        return Task.FromResult(Result.Success());
    }

    /// <summary>Locks two rows in the given order; only the first attempt waits for the other side.</summary>
    private static async Task<Result> TouchAsync(IServiceProvider services, Barrier barrier, Guid first, Guid second)
    {
        var database = services.GetRequiredService<IDatabase>().Database;
        await database.ExecuteSqlAsync($"UPDATE jobs SET done = done + 1 WHERE id = {first}");
        if (barrier.CurrentPhaseNumber == 0)
        {
            barrier.SignalAndWait(TimeSpan.FromSeconds(20));
        }
        await database.ExecuteSqlAsync($"UPDATE jobs SET done = done + 1 WHERE id = {second}");
        return Result.Success();
    }

    private Task<long> CountAsync(Guid id) => api.ScalarAsync<long>($"SELECT count(*) FROM jobs WHERE id = {id}");

    /// <summary>Already over, so that the runner leaves it alone.</summary>
    private static Job NewJob(Guid id) =>
        new()
        {
            Id = id,
            Kind = "test",
            Subject = "uji",
            Arguments = JsonDocument.Parse("{}"),
            RequestedBy = Guid.Empty,
            RequestedByName = "uji",
            RequestedAt = FakeClock.Start,
            State = JobState.Succeeded,
        };

    public sealed class Api : ApiFixture
    {
        protected override void Replace(IServiceCollection services) =>
            services.AddSingleton(new ConstraintError("jobs_pkey", Twice));
    }
}
