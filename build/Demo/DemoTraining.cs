using System.Text;
using Pionir.Client;

namespace Pionir.Build.Demo;

/// <summary>Plans a training, gets it approved and fills it; then holds it and closes it.</summary>
internal sealed class DemoTraining(Cast cast, Guid id, DateOnly first, DateOnly last, int earlier)
{
    private const int Days = 3;
    private const int Quota = 300;
    private const int Reserves = 40;
    private const int Declining = 25;

    /// <summary>Six hours: 8 JP a day.</summary>
    private const int JpPerDay = 8;

    private const int Absent = 10;
    private const int PageSize = 100;

    /// <summary>One in 25 has no address in the roster; those are asked by telephone.</summary>
    private const int Reachable = Quota * 9 / 10;

    public const int Jp = Days * JpPerDay;
    public const int Candidates = Quota + Reserves;
    public const int Passing = Quota - Absent;

    public Guid Id => id;

    /// <summary>In whose books its JP stand.</summary>
    public int Year => last.Year;

    /// <summary>How often the demo was played on this product before.</summary>
    public int Earlier => earlier;

    public static async Task<DemoTraining> PlanAsync(Cast cast, CancellationToken stop)
    {
        var mine = await cast.Officer.Trainings.ListTrainingsAsync(size: 100, cancellationToken: stop);
        var earlier = mine.Items.Count(training => training.Title.StartsWith("Demo", StringComparison.Ordinal));
        // Its sessions are over, so that attendance can be taken; it ends today, for nobody is asked to come afterwards.
        var institution = await cast.Officer.Institution.GetInstitutionAsync(stop);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(institution.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, zone).DateTime);
        var first = today.AddDays(-Days);
        var plan = new TrainingFields
        {
            Title = $"Demo: Pelayanan Publik Berbasis Data {earlier + 1}",
            Year = first.Year,
            Form = "pelatihan-klasikal-lainnya",
            Scheme = DeliveryScheme.SelfManaged,
            Start = first,
            End = today,
            Quota = Quota,
            ReservePlaces = Reserves,
            City = "Jakarta",
            Venue = "Aula",
            Colour = TrainingColour.Teal,
        };
        var created = await cast.Officer.Trainings.CreateTrainingAsync(new CreateTraining { Plan = plan }, stop);
        var training = new DemoTraining(cast, created.Id, first, today, earlier);
        await training.AddProgrammeAsync(stop);
        await training.MoveAsync(TrainingMove.Submit, stop);
        await training.MoveAsync(TrainingMove.Approve, stop);
        await training.MoveAsync(TrainingMove.Open, stop);
        var view = await cast.Officer.Trainings.GetTrainingAsync(created.Id, stop);
        Expect.Equal("state of the training", TrainingState.Open, view.State);
        Expect.Equal("JP by its sessions", Jp, view.Jp);
        return training;
    }

    /// <summary>The officer chooses, the units answer, mails go out, people confirm or decline by their link.</summary>
    public async Task FillAsync(IReadOnlyList<Guid> people, CancellationToken stop)
    {
        var chosen = people.Take(Quota + Reserves).ToList();
        var nominated = await cast.Officer.Participants.NominateParticipantsAsync(
            id,
            new NominateBody { EmployeeIds = chosen },
            stop
        );
        Expect.Equal("nominated", Quota + Reserves, nominated.Added.Count);
        var decisions = nominated
            .Added.Select(one => new ParticipantDecision { ParticipantId = one.ParticipantId, Approve = true })
            .ToList();
        var decided = await cast.Coordinator.Participation.DecideParticipantsAsync(
            new DecisionsBody { Decisions = decisions },
            stop
        );
        Expect.Equal("approved by their units", Quota + Reserves, decided.Done.Count);
        var invited = await cast.Officer.Participants.InviteParticipantsAsync(
            id,
            new InviteBody { ParticipantIds = [.. decisions.Select(one => one.ParticipantId)] },
            stop
        );
        Expect.Equal("invited", Quota, invited.Done.Count(one => one.State == ParticipantState.Invited));
        Expect.Equal("on the reserve list", Reserves, invited.Done.Count(one => one.State == ParticipantState.Reserve));

        var letters = await LettersAsync(Reachable, stop);
        Expect.AtLeast("invitations by mail", Reachable, letters.Count);
        await AnswerAsync(letters.Take(Declining), confirm: false, stop);
        await AnswerAsync(letters.Skip(Declining), confirm: true, stop);
        var asked = await ListAsync(ParticipantState.Invited, stop);
        var offered = asked.Count(one => one.InvitationKind == InvitationKind.ReserveOffer);
        Expect.Equal("places offered to reserves", Declining, offered);
        var offers = (await LettersAsync(letters.Count + 1, stop)).Except(letters);
        await AnswerAsync(offers, confirm: true, stop);
        foreach (var person in await ListAsync(ParticipantState.Invited, stop))
        {
            await cast.Officer.Participants.ConfirmParticipationAsync(
                id,
                person.Id,
                new AnswerBody { Confirm = true },
                stop
            );
        }

        Expect.Equal("confirmed", Quota, await CountAsync(ParticipantState.Confirmed, stop));
        Expect.Equal("declined", Declining, await CountAsync(ParticipantState.Declined, stop));
        Expect.Equal("reserves left", Reserves - Declining, await CountAsync(ParticipantState.Reserve, stop));
    }

    /// <summary>Three days of attendance; ten people never come.</summary>
    /// <returns>Those who passed.</returns>
    public async Task<IReadOnlyList<ParticipantRow>> HoldAsync(CancellationToken stop)
    {
        await MoveAsync(TrainingMove.Start, stop);
        var seated = await ListAsync(ParticipantState.Confirmed, stop);
        var programme = await cast.Officer.Sessions.GetDailyProgrammeAsync(id, stop);
        var stored = 0;
        foreach (var session in programme.Days.SelectMany(day => day.Sessions))
        {
            var marks = seated.Select(
                (one, index) =>
                    new MarkRequest
                    {
                        Id = Guid.CreateVersion7(),
                        ParticipantId = one.Id,
                        Status = index < Absent ? AttendanceStatus.Absent : AttendanceStatus.Full,
                        TakenAt = session.EndsAt,
                    }
            );
            var body = new MarksBody { Marks = [.. marks] };
            var recorded = await cast.Officer.Attendance.RecordAttendanceAsync(id, session.Id, body, stop);
            Expect.Equal("refused marks", 0, recorded.Refused);
            stored += recorded.Stored;
        }
        Expect.Equal("marks of attendance", Days * Quota, stored);
        return [.. seated.Skip(Absent)];
    }

    /// <summary>JP are posted once, however often somebody presses the button.</summary>
    public async Task CompleteAsync(CancellationToken stop)
    {
        var completed = await cast.Officer.Completion.CompleteTrainingAsync(id, cancellationToken: stop);
        Expect.Equal("passed", Passing, completed.Passed);
        Expect.Equal("failed", Absent, completed.Failed);
        Expect.Equal("JP for each", Jp, completed.Jp);
        Expect.Equal("entries in the ledger", Passing, completed.Posted);
        try
        {
            await cast.Officer.Completion.CompleteTrainingAsync(id, cancellationToken: stop);
            throw new BuildException("The training could be completed twice.");
        }
        catch (PionirException refused)
        {
            Expect.Equal("completing again is refused with", 409, refused.StatusCode);
        }
    }

    /// <summary>Whoever may, makes the move, after handing in the documents that it asks for.</summary>
    public async Task MoveAsync(TrainingMove move, CancellationToken stop)
    {
        var view = await cast.Officer.Trainings.GetTrainingAsync(id, stop);
        foreach (var line in view.Checklist.Where(line => line.Move == move && !line.Present))
        {
            using var content = new MemoryStream(Paper($"{line.Kind}"));
            var file = new FileParameter(content, $"{line.Kind}.pdf", "application/pdf");
            await cast.Officer.Documents.UploadDocumentAsync(id, file, line.Kind.ToString(), "1/DEMO", stop);
        }
        await (
            move switch
            {
                TrainingMove.Submit => cast.Officer.Trainings.SubmitTrainingAsync(id, stop),
                TrainingMove.Approve => ApproveAsync(stop),
                TrainingMove.Open => cast.Officer.Trainings.OpenTrainingAsync(id, stop),
                TrainingMove.Start => cast.Officer.Trainings.StartTrainingAsync(id, stop),
                _ => throw new ArgumentOutOfRangeException(nameof(move)),
            }
        );
    }

    private async Task<TrainingAnswer> ApproveAsync(CancellationToken stop)
    {
        var seen = await cast.Head.Trainings.GetTrainingAsync(id, stop);
        return await cast.Head.Trainings.ApproveTrainingAsync(
            id,
            $"\"{seen.Version}\"",
            new TrainingNotes { Notes = "Setuju." },
            stop
        );
    }

    private async Task AddProgrammeAsync(CancellationToken stop)
    {
        for (var day = 0; day < Days; day++)
        {
            var session = new SessionFields
            {
                Date = first.AddDays(day),
                Start = TimeSpan.FromHours(8),
                End = TimeSpan.FromHours(14),
                Mode = SessionMode.Klasikal,
                Subject = $"Hari {day + 1}",
                Room = "Aula",
            };
            await cast.Officer.Sessions.AddSessionAsync(id, session, stop);
        }
    }

    /// <summary>Links of the invitations to this training, oldest first, once so many have gone out and no more come.</summary>
    private async Task<List<string>> LettersAsync(int least, CancellationToken stop)
    {
        var title = (await cast.Officer.Trainings.GetTrainingAsync(id, stop)).Plan.Title;
        var before = -1;
        for (var attempt = 0; attempt < 60; attempt++)
        {
            var found = await MailsAsync(title, stop);
            if (found.Count >= least && found.Count == before)
            {
                return [.. found.OrderBy(mail => mail.SentAt).Select(mail => mail.Link!)];
            }
            before = found.Count;
            await Task.Delay(TimeSpan.FromSeconds(1.5), stop);
        }
        throw new BuildException($"Only {before} of {least} mails of {title} arrived.");
    }

    private async Task<List<DemoMailRow>> MailsAsync(string title, CancellationToken stop)
    {
        var found = new List<DemoMailRow>();
        for (var page = 1; ; page++)
        {
            var mails = await cast.Visitor.Demo.ListDemoMailsAsync(page: page, size: PageSize, cancellationToken: stop);
            found.AddRange(
                mails.Items.Where(mail =>
                    mail.Link is not null && mail.Subject.EndsWith(title, StringComparison.Ordinal)
                )
            );
            if (mails.Items.Count < PageSize)
            {
                return found;
            }
        }
    }

    private Task AnswerAsync(IEnumerable<string> links, bool confirm, CancellationToken stop) =>
        Parallel.ForEachAsync(
            links,
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = stop },
            async (link, cancel) =>
            {
                var answer = new AnswerBody { Confirm = confirm, Reason = confirm ? null : "Ada tugas lain." };
                await cast.Visitor.Participation.AnswerInvitationAsync(link.Split('/')[^1], answer, cancel);
            }
        );

    private async Task<List<ParticipantRow>> ListAsync(ParticipantState state, CancellationToken stop)
    {
        var found = new List<ParticipantRow>();
        while (true)
        {
            var page = await cast.Officer.Participants.ListParticipantsAsync(
                id,
                [state],
                page: (found.Count / PageSize) + 1,
                size: PageSize,
                cancellationToken: stop
            );
            found.AddRange(page.Items);
            if (page.Items.Count < PageSize)
            {
                return found;
            }
        }
    }

    private async Task<int> CountAsync(ParticipantState state, CancellationToken stop) =>
        (await cast.Officer.Participants.ListParticipantsAsync(id, [state], size: 1, cancellationToken: stop)).Total;

    /// <summary>The smallest paper that is a PDF.</summary>
    private static byte[] Paper(string text) =>
        Encoding.ASCII.GetBytes(
            $"""
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
            % {text}
            trailer<</Root 1 0 R>>
            %%EOF
            """
        );
}
