using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates.Issuing;
using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates;

/// <summary>Reads who would get a certificate now; preview and issue must see the same.</summary>
internal sealed class IssuingDesk(
    IDatabase database,
    ICurrentUser user,
    ICertificateCandidates candidates,
    SnapshotMaker snapshots,
    IInstitution institution,
    IInstitutionClock clock
) : IApplicationPart
{
    /// <summary>The training when it may be certified by this user; else why not.</summary>
    public async Task<Result<CertifiableTraining>> TrainingAsync(
        Guid trainingId,
        Permission permission,
        CancellationToken cancellationToken
    )
    {
        var training = await candidates.FindTrainingAsync(trainingId, cancellationToken);
        if (training is null || !user.ScopeOf(permission).Contains(training.Unit))
            return CertificateBatchErrors.TrainingNotFound();
        return training;
    }

    public static Error? Refusal(CertifiableTraining training) =>
        !training.IssuedHere ? CertificateBatchErrors.NotIssuedHere()
        : !training.Completed ? CertificateBatchErrors.TrainingNotCompleted()
        : null;

    public async Task<IReadOnlyList<IssuingRow>> RowsAsync(Guid trainingId, CancellationToken cancellationToken)
    {
        var held = await database
            .Set<Certificate>()
            .AsNoTracking()
            .Where(certificate =>
                certificate.Kind == CertificateKind.Training
                && certificate.SourceId == trainingId
                && certificate.Status == CertificateStatus.Issued
            )
            .Select(certificate => new
            {
                certificate.ParticipantId,
                certificate.Id,
                certificate.Number,
                certificate.OutdatedSince,
            })
            .ToDictionaryAsync(certificate => certificate.ParticipantId, cancellationToken);
        var people = await candidates.ListAsync(trainingId, null, cancellationToken);
        return
        [
            .. people.Select(person =>
            {
                var existing = held.GetValueOrDefault(person.ParticipantId);
                var problem = snapshots.ProblemOf(person.Name);
                var state =
                    existing?.OutdatedSince is not null ? IssuingState.Outdated
                    : existing is not null ? IssuingState.AlreadyIssued
                    : !person.Passed ? IssuingState.NotPassed
                    : problem is not null ? IssuingState.Problem
                    : IssuingState.WillIssue;
                return new IssuingRow(
                    person,
                    state,
                    existing?.Id.Value,
                    existing?.Number,
                    state == IssuingState.Problem ? problem!.Code : null
                );
            }),
        ];
    }

    /// <summary>A certificate is dated between the end of the training and today.</summary>
    public async Task<Result<DateOnly>> DateAsync(
        CertifiableTraining training,
        DateOnly? asked,
        CancellationToken cancellationToken
    )
    {
        var today = await clock.TodayAsync(cancellationToken);
        var first = training.EndsOn < today ? training.EndsOn : today;
        var day = asked ?? today;
        return day < first || day > today ? CertificateBatchErrors.IssuedOnInvalid(first, today) : day;
    }

    /// <summary>The city at the end of the institution's address, unless somebody names another.</summary>
    public async Task<string> PlaceAsync(string? asked, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(asked))
            return SnapshotMaker.Clean(asked);
        var address = (await institution.CurrentAsync(cancellationToken)).Address;
        var city = address.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";
        return SnapshotMaker.Clean(string.Concat(city.Where(letter => !char.IsAsciiDigit(letter))));
    }
}

/// <summary>What issuing would do with one participant.</summary>
public enum IssuingState
{
    WillIssue,
    AlreadyIssued,

    /// <summary>Holds a valid certificate that says something else than the corrected training; to be re-issued.</summary>
    Outdated,
    NotPassed,

    /// <summary>Passed, but the name cannot be printed.</summary>
    Problem,
}

internal sealed record IssuingRow(
    CertificateCandidate Person,
    IssuingState State,
    Guid? CertificateId,
    string? Number,
    string? ProblemCode
);
