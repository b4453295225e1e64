using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>Trainings that take participants, with the places left and why I may or may not apply.</summary>
[Requires(Permission.CatalogueRead, Permission.OwnProfile)]
public sealed record ListCatalogue(string? Search, PageRequest Page) : IQuery<Page<CatalogueEntry>>;

/// <param name="SeatsLeft">Places nobody has confirmed.</param>
/// <param name="MyState">Where I stand when I am on the list already.</param>
/// <param name="WhyNot">Why I may not apply; none when I may.</param>
public sealed record CatalogueEntry(
    Guid TrainingId,
    string Title,
    string? Batch,
    string? Audience,
    DateOnly Start,
    DateOnly End,
    int Jp,
    string? Venue,
    string? City,
    int Quota,
    int SeatsLeft,
    DateOnly ApplicationsUntil,
    ParticipantState? MyState,
    bool CanApply,
    Error? WhyNot
);

internal sealed class ListCatalogueHandler(
    IDatabase database,
    ICurrentUser user,
    IInstitutionClock clock,
    TimeProvider time
) : IRequestHandler<ListCatalogue, Result<Page<CatalogueEntry>>>
{
    public async Task<Result<Page<CatalogueEntry>>> Handle(ListCatalogue request, CancellationToken ct)
    {
        var today = await clock.TodayAsync(ct);
        var trainings = database
            .Set<Training>()
            .AsNoTracking()
            .Where(training => training.State == TrainingState.Open && training.End >= today);
        if (!string.IsNullOrWhiteSpace(request.Search))
        {
            var part = request.Search.Trim().ToLowerInvariant();
            trainings = trainings.Where(training => training.Title.ToLower().Contains(part));
        }
        var total = await trainings.CountAsync(ct);
        var page = await trainings
            .OrderBy(training => training.Start)
            .ThenBy(training => training.Id)
            .Skip(request.Page.Skip)
            .Take(request.Page.Size)
            .ToListAsync(ct);
        var mine = await MineAsync(page, ct);
        var titles = await TitlesAsync(mine, ct);
        return new Page<CatalogueEntry>(
            [.. page.Select(training => Entry(training, mine, titles))],
            total,
            request.Page.Number,
            request.Page.Size
        );
    }

    private CatalogueEntry Entry(Training training, List<Participant> mine, Dictionary<TrainingId, string> titles)
    {
        var state = mine.Find(one => one.TrainingId.Equals(training.Id))?.State;
        var whyNot = WhyNot(training, mine, titles, state);
        return new CatalogueEntry(
            training.Id.Value,
            training.Title,
            training.Batch,
            training.TargetAudience,
            training.Start,
            training.End,
            training.Jp,
            training.Venue,
            training.City,
            training.Quota,
            training.SeatsLeft,
            training.LastApplicationDay,
            state,
            whyNot is null,
            whyNot
        );
    }

    private Error? WhyNot(
        Training training,
        List<Participant> mine,
        Dictionary<TrainingId, string> titles,
        ParticipantState? state
    )
    {
        if (user.EmployeeId is null)
            return ParticipantErrors.ApplicationNeedsEmployee();
        if (state is { } on && !on.IsGone())
            return ParticipantErrors.AlreadyListed(user.DisplayName);
        if (training.CheckAcceptsApplication(time.GetUtcNow()) is { IsSuccess: false } closed)
            return closed.Error;
        var clash = mine.Find(one =>
            one.State.HasSeat()
            && !one.TrainingId.Equals(training.Id)
            && one.StartsOn <= training.End
            && training.Start <= one.EndsOn
        );
        return clash is null ? null : ParticipantErrors.Overlaps(user.DisplayName, titles[clash.TrainingId]);
    }

    private Task<Dictionary<TrainingId, string>> TitlesAsync(List<Participant> mine, CancellationToken ct)
    {
        var ids = mine.Select(one => one.TrainingId).ToList();
        return database
            .Set<Training>()
            .Where(training => ids.Contains(training.Id))
            .ToDictionaryAsync(training => training.Id, training => training.Title, ct);
    }

    /// <summary>My own places, and where I stand on the trainings of this page.</summary>
    private async Task<List<Participant>> MineAsync(List<Training> page, CancellationToken ct)
    {
        if (user.EmployeeId is null || page.Count == 0)
            return [];
        var me = user.EmployeeId;
        var first = page.Min(training => training.Start);
        var last = page.Max(training => training.End);
        return await database
            .Set<Participant>()
            .AsNoTracking()
            .Where(one => one.EmployeeId == me && one.StartsOn <= last && one.EndsOn >= first)
            .ToListAsync(ct);
    }
}
