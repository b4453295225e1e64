using Pionir.Application.Certificates.Templates;
using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Identity;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;

namespace Pionir.Application.Certificates.Issuing;

/// <summary>Makes the certificate that takes another's place: dated and signed today, otherwise as the old one said.</summary>
internal sealed class ReplacementMaker(
    IDatabase database,
    ICertificateStore store,
    ICertificateCandidates candidates,
    ICertificateSigners signers,
    TemplateFinder templates,
    SnapshotMaker snapshots,
    CertificateDelivery delivery,
    IInstitution institution,
    IInstitutionClock clock,
    IPublicAddress address,
    ICurrentUser user,
    TimeProvider time
) : IApplicationPart
{
    /// <param name="name">The holder's name as it should be; null takes what is known today.</param>
    public async Task<Result<Replacement>> MakeAsync(
        Certificate old,
        string? name,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var scene = await ReadAsync([old], cancellationToken);
        if (Refusal(old, scene) is { } refusal)
            return refusal;
        var before = CertificateSnapshot.FromJson(old.Snapshot);
        var holder = name is null
            ? Holder(old, scene)
            : before.Holder with
            {
                Name = SnapshotMaker.Clean(name),
                NameCorrected = true,
            };
        if (snapshots.ProblemOf(holder.Name) is { } problem)
            return problem;
        var content = Content(old, scene);
        if (
            old.Status == CertificateStatus.Issued
            && holder with { NameCorrected = before.Holder.NameCorrected } == before.Holder
            && content.DifferencesFrom(before.Training).Count == 0
        )
        {
            return CertificateErrors.NameUnchanged();
        }
        var made = await ReplaceAsync([old], [holder], content, reason, cancellationToken);
        return made.IsSuccess ? made.Value[0] : made.Error;
    }

    /// <summary>Why nothing may take the place of it: its training's results are open, or its holder did not pass.</summary>
    public async Task<Error?> RefusalAsync(Certificate old, CancellationToken cancellationToken) =>
        Refusal(old, await ReadAsync([old], cancellationToken));

    private static Error? Refusal(Certificate old, Scene scene)
    {
        if (scene.Training is null)
            return null;
        if (IssuingDesk.Refusal(scene.Training) is { } refusal)
            return refusal;
        return scene.People.GetValueOrDefault(old.ParticipantId)?.Passed == true
            ? null
            : CertificateBatchErrors.NotPassed();
    }

    /// <summary>Replaces certificates of one training with what is known today, in the order of their numbers.</summary>
    public async Task<Result<IReadOnlyList<Replacement>>> RenewAsync(
        IReadOnlyList<Certificate> olds,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var scene = await ReadAsync(olds, cancellationToken);
        IReadOnlyList<SnapshotHolder> holders = [.. olds.Select(old => Holder(old, scene))];
        return await ReplaceAsync(olds, holders, Content(olds[0], scene), reason, cancellationToken);
    }

    /// <summary>Stores them, in the rows of the batches too, and tells their holders.</summary>
    public async Task KeepAsync(IReadOnlyList<Replacement> made, CancellationToken cancellationToken)
    {
        IReadOnlyList<Certificate> certificates = [.. made.Select(replacement => replacement.New)];
        // The old ones must leave their places as the valid ones before the new ones take them.
        await database.SaveChangesAsync(cancellationToken);
        database.Set<Certificate>().AddRange(certificates);
        await database.SaveChangesAsync(cancellationToken);
        await store.FollowAsync(certificates, cancellationToken);
        var settings = await institution.CurrentAsync(cancellationToken);
        var home = address.Of("/").ToString();
        foreach (var (_, certificate, link) in made)
            delivery.Announce(certificate, link, home, settings);
    }

    private async Task<Result<IReadOnlyList<Replacement>>> ReplaceAsync(
        IReadOnlyList<Certificate> olds,
        IReadOnlyList<SnapshotHolder> holders,
        SnapshotTraining content,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var today = await clock.TodayAsync(cancellationToken);
        if (await signers.OnAsync(today, cancellationToken) is not { } signer)
            return CertificateBatchErrors.SignerMissing();
        var settings = await institution.CurrentAsync(cancellationToken);
        var training = await candidates.FindTrainingAsync(olds[0].SourceId, cancellationToken);
        var template = await templates.ServingAsync(olds[0].Kind, training?.Scheme, olds[0].UnitId, cancellationToken);
        var locked = await store.LockSeriesAsync(olds[0].Kind, olds[0].UnitId, today.Year, cancellationToken);
        if (!locked.IsSuccess)
            return locked.Error;
        var series = locked.Value;
        var range = series.Take(olds.Count, today, settings.Terms.CentreShort);
        var made = new List<Replacement>(olds.Count);
        foreach (var (at, old) in olds.Index())
        {
            var link = old.EmployeeId is null && old.HolderEmail is not null ? CertificateToken.NewDelivery() : null;
            var next = old.ReplaceWith(
                new CertificateDraft(
                    CertificateId.New(),
                    old.Kind,
                    series.Id,
                    range.First + at,
                    old.SourceId,
                    old.ParticipantId,
                    old.EmployeeId,
                    old.UnitId,
                    old.HolderEmail,
                    link is null ? null : CertificateToken.HashOf(link),
                    template
                ),
                SnapshotMaker.Make(
                    range.Numbers[at],
                    address.Of("/").ToString(),
                    SnapshotMaker.IssuerOf(settings),
                    holders[at],
                    content,
                    signer,
                    today,
                    CertificateSnapshot.FromJson(old.Snapshot).IssuedAt
                ),
                reason,
                user.UserId,
                time.GetUtcNow()
            );
            if (!next.IsSuccess)
                return next.Error;
            made.Add(new Replacement(old, next.Value, link));
        }
        return made;
    }

    /// <summary>The training of these certificates and their holders, as both are known today.</summary>
    private async Task<Scene> ReadAsync(IReadOnlyList<Certificate> olds, CancellationToken cancellationToken)
    {
        var source = olds[0].SourceId;
        var training = await candidates.FindTrainingAsync(source, cancellationToken);
        var holders = olds.Select(old => old.ParticipantId).ToList();
        IReadOnlyList<CertificateCandidate> people = training is null
            ? []
            : await candidates.ListAsync(source, holders, cancellationToken);
        return new Scene(training, people.ToDictionary(person => person.ParticipantId));
    }

    private static SnapshotTraining Content(Certificate old, Scene scene) =>
        scene.Training is null
            ? CertificateSnapshot.FromJson(old.Snapshot).Training
            : SnapshotMaker.TrainingOf(scene.Training);

    /// <summary>
    /// As they are known today, but under a name that was written by hand; as the old paper says where they are not
    /// known any more, or cannot be printed.
    /// </summary>
    private SnapshotHolder Holder(Certificate old, Scene scene) =>
        Known(CertificateSnapshot.FromJson(old.Snapshot).Holder, scene.People.GetValueOrDefault(old.ParticipantId));

    private SnapshotHolder Known(SnapshotHolder before, CertificateCandidate? person)
    {
        if (person is null)
            return before;
        var today = SnapshotMaker.HolderOf(person);
        if (before.NameCorrected == true)
            return today with { Name = before.Name, NameCorrected = true };
        return snapshots.ProblemOf(today.Name) is null ? today : before;
    }

    private sealed record Scene(CertifiableTraining? Training, Dictionary<Guid, CertificateCandidate> People);
}

/// <param name="Link">Secret of the mailed link, for externals.</param>
internal sealed record Replacement(Certificate Old, Certificate New, string? Link);
