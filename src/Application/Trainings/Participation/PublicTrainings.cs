using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>What stands on the public page: nothing at all unless the institution has one.</summary>
internal sealed class PublicTrainings(IDatabase database, IInstitution institution, IInstitutionClock clock)
    : IApplicationPart
{
    public async Task<IQueryable<Training>> OpenAsync(CancellationToken cancellationToken)
    {
        var offered = (await institution.CurrentAsync(cancellationToken)).PublicRegistration;
        var today = await clock.TodayAsync(cancellationToken);
        return database
            .Set<Training>()
            .AsNoTracking()
            .Where(training =>
                offered
                && training.AllowsPublicRegistration
                && training.State == TrainingState.Open
                && training.End >= today
            );
    }

    public async Task<Result<Training>> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var wanted = TrainingId.From(id);
        return
            await (await OpenAsync(cancellationToken)).SingleOrDefaultAsync(
                training => training.Id == wanted,
                cancellationToken
            )
                is { } training
            ? training
            : RegistrationErrors.NotOffered();
    }
}

/// <summary>A training as the public sees it.</summary>
/// <param name="SeatsLeft">Places nobody has confirmed.</param>
/// <param name="RegistrationUntil">Last day on which one may register.</param>
/// <param name="CanRegister">That day is not over.</param>
public sealed record PublicTraining(
    Guid Id,
    string Title,
    string? Batch,
    string? Audience,
    string? Organiser,
    DateOnly Start,
    DateOnly End,
    int Jp,
    string? Venue,
    string? City,
    bool IsOnline,
    int Quota,
    int SeatsLeft,
    DateOnly RegistrationUntil,
    bool CanRegister
)
{
    internal static PublicTraining From(Training training, DateTimeOffset now) =>
        new(
            training.Id.Value,
            training.Title,
            training.Batch,
            training.TargetAudience,
            training.Organiser,
            training.Start,
            training.End,
            training.Jp,
            training.Venue,
            training.City,
            training.OnlineLink is not null,
            training.Quota,
            training.SeatsLeft,
            training.LastApplicationDay,
            training.CheckAcceptsRegistration(now).IsSuccess
        );
}
