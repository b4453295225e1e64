using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates.Reviewing;

/// <summary>The certificates of a training that are in force, grouped by what they say of it: mostly one group.</summary>
internal sealed class HeldCertificates(IDatabase database) : IApplicationPart
{
    public async Task<IReadOnlyList<HeldGroup>> ReadAsync(Guid trainingId, CancellationToken cancellationToken)
    {
        var groups = await database
            .Database.SqlQuery<GroupRow>(
                $"""
                SELECT (snapshot::jsonb -> 'training')::text AS "Training", array_agg(participant_id) AS "Participants"
                FROM certificates
                WHERE kind = 'Training' AND source_id = {trainingId} AND status = 'Issued'
                GROUP BY 1
                """
            )
            .ToListAsync(cancellationToken);
        return
        [
            .. groups.Select(group => new HeldGroup(
                CertificateSnapshot.TrainingFromJson(group.Training),
                group.Participants
            )),
        ];
    }

    private sealed record GroupRow(string Training, Guid[] Participants);
}

internal sealed record HeldGroup(SnapshotTraining Training, IReadOnlyList<Guid> Participants);
