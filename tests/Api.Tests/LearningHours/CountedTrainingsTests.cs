using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Completion;
using Pionir.Domain.Trainings;
using Pionir.Infrastructure.Persistence;

namespace Pionir.Api.Tests.LearningHours;

/// <summary>Trainings from before JP were kept with them are counted once by SQL, exactly as the domain counts.</summary>
public sealed class CountedTrainingsTests(JpRuleFixture api) : IClassFixture<JpRuleFixture>
{
    [Fact]
    public async Task WhatStoodBefore_IsCountedAsTheRulesSay()
    {
        string[] forms =
        [
            "kursus",
            "e-learning",
            "magang",
            "coaching",
            "pelatihan-jarak-jauh",
            "komunitas-belajar",
            "3",
        ];
        foreach (var form in forms)
        {
            await PlannedAsync(form, null, null);
            await PlannedAsync(form, 25, null);
            await PlannedAsync(form, null, "SG");
            await PlannedAsync(form, 25, "SG");
            await api.TrainingAsync(form, new(2018, 5, 7), 2, 250);
            await api.AddTrainingAsync(start: new(2026, 9, 7));
        }
        await api.SqlAsync($"UPDATE trainings SET jp = -1");

        await api.ScopeAsync(async services =>
        {
            var database = services.GetRequiredService<IDatabase>();
            await database.Database.ExecuteSqlRawAsync(Migration());
            var trainings = await database.Set<Training>().AsNoTracking().Include(one => one.Sessions).ToListAsync();
            foreach (var training in trainings)
            {
                var counted = await services.GetRequiredService<TrainingJp>().CalculateAsync(training, default);
                training.Jp.ShouldBe(
                    counted.Jp,
                    $"{training.Form}, {training.ProgrammeJp}, {training.Country}, {training.Start}"
                );
            }
            return true;
        });
    }

    /// <summary>Over a month's end: seven hours in two meetings on the first of three days.</summary>
    private async Task PlannedAsync(string form, int? programme, string? country)
    {
        var training = await api.TrainingAsync(form, new(2026, 5, 30), 3, 50);
        await api.SqlAsync(
            $"""
            INSERT INTO sessions (id, training_id, date, starts, ends, starts_at, ends_at, mode, subject)
            SELECT gen_random_uuid(), training_id, date, '09:00', '15:10', ends_at, ends_at + interval '6 hours', mode, subject
            FROM sessions WHERE training_id = {training} AND date = '2026-05-30'
            """
        );
        await api.SqlAsync(
            $"UPDATE trainings SET programme_jp = {programme}::int, country = {country}::text WHERE id = {training}"
        );
    }

    private static string Migration()
    {
        using var stream = typeof(SqlMigration).Assembly.GetManifestResourceStream("0361_jp_of_trainings.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
