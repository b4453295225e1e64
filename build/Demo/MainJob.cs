using System.Diagnostics;
using Pionir.Client;

namespace Pionir.Build.Demo;

/// <summary>The main job from roster to verified certificate, with counts compared at every step.</summary>
public static class MainJob
{
    public static async Task<int> PlayAsync(Uri address, int employees, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            using var cast = await Say.TimedAsync("Signing in", () => Cast.SignInAsync(address, stop));
            var numbers = await Say.TimedAsync(
                $"Importing {employees:N0} employees",
                () => RosterImport.RunAsync(cast.Admin, employees, stop)
            );
            await cast.LetCoordinatorAnswerForAllAsync(stop);
            var training = await Say.TimedAsync("Planning and approving", () => DemoTraining.PlanAsync(cast, stop));
            // Nobody is in two trainings at once: each demo takes other people.
            var people = await Say.TimedAsync(
                "Finding candidates",
                () => PeopleAsync(cast, numbers, training.Earlier * DemoTraining.Candidates, stop)
            );
            await Say.TimedAsync("Filling 300 seats", () => training.FillAsync(people, stop));
            var passed = await Say.TimedAsync("Three days of attendance", () => training.HoldAsync(stop));
            await Say.TimedAsync("Completing", () => training.CompleteAsync(stop));
            var papers = await Say.TimedAsync(
                "Issuing certificates",
                () => Certificates.IssueAsync(cast.Officer, training, stop)
            );
            await Say.TimedAsync("Verifying ten by their QR code", () => papers.VerifyAsync(cast.Visitor, stop));
            await Say.TimedAsync("Reading ten JP statements", () => StatementsAsync(cast, training, passed, stop));
        }
        catch (PionirException<Problem> refused)
        {
            var reasons = refused.Result.Errors.Select(error => $"{error.Code} {error.Field}: {error.En.Detail}");
            throw new BuildException($"The API refused ({refused.StatusCode}).", string.Join('\n', reasons.Take(20)));
        }
        catch (PionirException strange)
        {
            throw new BuildException(strange.Message, strange.InnerException?.Message ?? "");
        }
        catch (HttpRequestException unreachable)
        {
            throw new BuildException(
                $"{address} cannot be reached: {unreachable.Message}.",
                "Start the product first: dotnet run build/up.cs"
            );
        }
        Say.Line($"\nEverything as it should be, in {watch.Elapsed.TotalSeconds:0.0} s.");
        return 0;
    }

    /// <summary>People of the imported roster, in the order of the list.</summary>
    private static async Task<IReadOnlyList<Guid>> PeopleAsync(
        Cast cast,
        IReadOnlyList<string> numbers,
        int taken,
        CancellationToken stop
    )
    {
        var roster = numbers.ToHashSet();
        var found = new List<Guid>();
        for (var page = 1; found.Count < taken + DemoTraining.Candidates; page++)
        {
            var list = await cast.Officer.Employees.ListEmployeesAsync(page: page, size: 100, cancellationToken: stop);
            found.AddRange(list.Items.Where(one => roster.Contains(one.Number)).Select(one => one.Id));
            if (list.Items.Count == 0)
            {
                throw new BuildException(
                    $"Of {found.Count} people of the roster {taken} were in earlier demos.",
                    "Begin anew: dotnet run build/up.cs -- --fresh"
                );
            }
        }
        return [.. found.Skip(taken)];
    }

    private static async Task StatementsAsync(
        Cast cast,
        DemoTraining training,
        IReadOnlyList<ParticipantRow> passed,
        CancellationToken stop
    )
    {
        var right = 0;
        foreach (var participant in passed.Where((_, index) => index % (DemoTraining.Passing / 10) == 0).Take(10))
        {
            var statement = await cast.Officer.LearningHours.GetJpStatementAsync(
                participant.EmployeeId,
                training.Year,
                cancellationToken: stop
            );
            var entry = statement.Entries.Single(one => one.OriginId == training.Id);
            right += entry.Jp == DemoTraining.Jp && !entry.Reversed ? 1 : 0;
        }
        Expect.Equal("statements with the JP of this training", 10, right);
    }
}
