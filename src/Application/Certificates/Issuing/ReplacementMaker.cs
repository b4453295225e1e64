using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Identity;
using Pionir.Application.Organization;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;

namespace Pionir.Application.Certificates.Issuing;

/// <summary>Makes the certificate that takes another's place: dated and signed today, otherwise as the old one said.</summary>
internal sealed class ReplacementMaker(
    ICertificateStore store,
    ICertificateCandidates candidates,
    ICertificateSigners signers,
    ICertificateRenderer renderer,
    SnapshotMaker snapshots,
    IInstitution institution,
    IInstitutionClock clock,
    IPublicAddress address,
    ICurrentUser user,
    TimeProvider time
) : IApplicationPart
{
    public async Task<Result<Certificate>> MakeAsync(
        Certificate old,
        string? name,
        string reason,
        string? link,
        CancellationToken cancellationToken
    )
    {
        var before = CertificateSnapshot.FromJson(old.Snapshot);
        var holder = await HolderAsync(old, before, name, cancellationToken);
        if (snapshots.ProblemOf(holder.Name) is { } problem)
            return problem;
        var training = await candidates.FindTrainingAsync(old.SourceId, cancellationToken);
        var content = training is null ? before.Training : SnapshotMaker.TrainingOf(training);
        if (
            old.Status == CertificateStatus.Issued
            && holder == before.Holder
            && content with { Subjects = [] } == before.Training with { Subjects = [] }
            && content.Subjects.SequenceEqual(before.Training.Subjects)
        )
        {
            return CertificateErrors.NameUnchanged();
        }
        var today = await clock.TodayAsync(cancellationToken);
        if (await signers.OnAsync(today, cancellationToken) is not { } signer)
            return CertificateBatchErrors.SignerMissing();
        var settings = await institution.CurrentAsync(cancellationToken);
        var series = await store.LockSeriesAsync(old.Kind, old.UnitId, today.Year, cancellationToken);
        var range = series.Take(1, today, settings.Terms.CentreShort);
        return old.ReplaceWith(
            new CertificateDraft(
                CertificateId.New(),
                old.Kind,
                series.Id,
                range.First,
                old.SourceId,
                old.ParticipantId,
                old.EmployeeId,
                old.UnitId,
                old.HolderEmail,
                link is null ? null : CertificateToken.HashOf(link),
                renderer.CurrentTemplate
            ),
            SnapshotMaker.Make(
                range.Numbers[0],
                address.Of("/").ToString(),
                SnapshotMaker.IssuerOf(settings),
                holder,
                content,
                signer,
                today,
                before.IssuedAt
            ),
            reason,
            user.UserId,
            time.GetUtcNow()
        );
    }

    private async Task<SnapshotHolder> HolderAsync(
        Certificate old,
        CertificateSnapshot before,
        string? name,
        CancellationToken cancellationToken
    )
    {
        if (name is not null)
            return before.Holder with { Name = SnapshotMaker.Clean(name) };
        var people = await candidates.ListAsync(old.SourceId, cancellationToken);
        var person = people.FirstOrDefault(person => person.ParticipantId == old.ParticipantId);
        return person is null ? before.Holder : SnapshotMaker.HolderOf(person);
    }
}
