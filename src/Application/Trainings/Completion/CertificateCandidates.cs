using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Competencies;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates.Templates;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Institutions;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Completion;

/// <summary>What certificates ask of trainings.</summary>
internal sealed class CertificateCandidates(
    IDatabase database,
    IEmployeeDirectory employees,
    TrainingJp trainingJp,
    PublishedCompetencies published,
    IInstitution institution
) : ICertificateCandidates, IApplicationPart
{
    private static readonly ParticipantState[] Decided = [ParticipantState.Passed, ParticipantState.Failed];

    public async Task<CertifiableTraining?> FindTrainingAsync(Guid trainingId, CancellationToken cancellationToken)
    {
        var id = TrainingId.From(trainingId);
        var training = await database
            .Set<Training>()
            .AsNoTracking()
            .Include(one => one.Sessions)
            .Include(one => one.Competencies)
            .SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
        if (training is null)
            return null;
        var jp = await trainingJp.CalculateAsync(training, cancellationToken);
        return new CertifiableTraining(
            trainingId,
            training.ActivityCode,
            training.Title,
            training.Batch,
            training.UnitId,
            training.State is TrainingState.Completed or TrainingState.Closed,
            training.Scheme == DeliveryScheme.SelfManaged,
            training.Start,
            training.End,
            training.City ?? training.Venue ?? "",
            jp.Jp,
            Subjects(training)
        )
        {
            Competencies = await CompetenciesAsync(training, cancellationToken),
            Scheme = training.Scheme switch
            {
                DeliveryScheme.Contracted => CertificateScheme.Contracted,
                DeliveryScheme.SentOut => CertificateScheme.SentOut,
                _ => CertificateScheme.SelfManaged,
            },
            LastReopening = await database
                .Set<TrainingTransition>()
                .AsNoTracking()
                .Where(transition => transition.TrainingId == id && transition.Move == TrainingMove.Reopen)
                .OrderByDescending(transition => transition.At)
                .Select(transition => new TrainingReopening(transition.At, transition.Note ?? ""))
                .FirstOrDefaultAsync(cancellationToken),
        };
    }

    private async Task<IReadOnlyList<CertifiableCompetency>> CompetenciesAsync(
        Training training,
        CancellationToken cancellationToken
    )
    {
        var words = await published.FindAsync(
            training.Competencies.Select(target => target.CompetencyId),
            cancellationToken
        );
        return
        [
            .. training
                .Competencies.Where(target => words.ContainsKey(target.CompetencyId))
                .Select(target => (target.Level, Words: words[target.CompetencyId]))
                .Select(target => new CertifiableCompetency(
                    target.Words.DictionaryCode,
                    target.Words.DictionaryNumber,
                    target.Words.DictionaryTitle,
                    target.Words.Code,
                    target.Words.Title,
                    target.Level
                ))
                .OrderBy(target => target.Dictionary, StringComparer.Ordinal)
                .ThenBy(target => target.Code, StringComparer.Ordinal),
        ];
    }

    public async Task<IReadOnlyList<CertificateCandidate>> ListAsync(
        Guid trainingId,
        IReadOnlyCollection<Guid>? only,
        CancellationToken cancellationToken
    )
    {
        var id = TrainingId.From(trainingId);
        var decided = database
            .Set<Participant>()
            .AsNoTracking()
            .Where(one => one.TrainingId == id && Decided.Contains(one.State));
        if (only is not null)
        {
            var wanted = only.Select(ParticipantId.From).ToList();
            decided = decided.Where(one => wanted.Contains(one.Id));
        }
        var people = await decided.OrderBy(one => one.Name).ThenBy(one => one.Id).ToListAsync(cancellationToken);
        var cards = await employees.FindAsync(
            [.. people.Select(one => one.EmployeeId).OfType<EmployeeId>()],
            cancellationToken
        );
        var settings = await institution.CurrentAsync(cancellationToken);
        return
        [
            .. people.Select(one =>
                Candidate(one, cards.GetValueOrDefault(one.EmployeeId.GetValueOrDefault()), settings)
            ),
        ];
    }

    /// <summary>The name as HR has it now: a spelling that was mended must not stand wrong on the certificate.</summary>
    private static CertificateCandidate Candidate(
        Participant person,
        EmployeeCard? card,
        InstitutionSettings settings
    ) =>
        new(
            person.Id.Value,
            person.EmployeeId,
            card?.Name ?? person.Name,
            card is null ? null : settings.NumberName(card.NumberKind),
            card?.Number ?? person.IdentityNumber,
            card?.Position,
            person.Affiliation,
            person.ExternalEmail ?? card?.Email,
            person.State == ParticipantState.Passed
        );

    /// <summary>A subject taught in several sessions stands once, with the JP of all of them.</summary>
    private static List<CertifiableSubject> Subjects(Training training) =>
        [
            .. training
                .Sessions.OrderBy(session => session.StartsAt)
                .GroupBy(session => session.Subject)
                .Select(group => new CertifiableSubject(
                    group.Key,
                    LessonHours.FromMinutes(group.Sum(session => session.Minutes))
                )),
        ];
}
