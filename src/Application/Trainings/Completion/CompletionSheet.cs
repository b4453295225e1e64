using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Completion;

/// <summary>What is known of everybody when the rule is applied; counted by the database, one row a person.</summary>
internal sealed class CompletionSheet(IDatabase database, IEvaluationAnswers evaluations) : IApplicationPart
{
    public async Task<IReadOnlyDictionary<Guid, CompletionFacts>> ReadAsync(Training training, CancellationToken ct)
    {
        var answered = training.EvaluationRequired
            ? await evaluations.AnsweredAsync(training.Id.Value, ct)
            : new HashSet<Guid>();
        var rows = await database
            .Database.SqlQuery<FactRow>(
                $"""
                SELECT p.id AS "Id", p.post_test_score AS "Score", p.certificate_file_hash IS NOT NULL AS "HasCertificate",
                       c.agreed AS "Agreed", c.held AS "Held",
                       coalesce(sum(CASE m.status
                           WHEN 'Full' THEN s.minutes
                           WHEN 'Partly' THEN least(coalesce(m.minutes, s.minutes / 2), s.minutes)
                           ELSE 0 END), 0)::int AS "Minutes"
                FROM participants p
                LEFT JOIN attendance_marks m ON m.participant_id = p.id AND m.superseded_at IS NULL
                LEFT JOIN (SELECT id, (extract(epoch FROM ends - starts) / 60)::int AS minutes
                           FROM sessions WHERE training_id = {training.Id.Value}) s ON s.id = m.session_id
                LEFT JOIN (SELECT a.participant_id, a.agreed_meetings AS agreed, count(held.id)::int AS held
                           FROM coaching_agreements a LEFT JOIN coaching_meetings held ON held.agreement_id = a.id
                           WHERE a.training_id = {training.Id.Value} AND a.kind <> ALL ({CompletionGaps.Supervised})
                           GROUP BY a.id) c ON c.participant_id = p.id
                WHERE p.training_id = {training.Id.Value}
                  AND p.state IN ('Confirmed', 'Attended', 'Passed', 'Failed')
                GROUP BY p.id, c.agreed, c.held
                """
            )
            .ToListAsync(ct);
        return rows.ToDictionary(
            row => row.Id,
            row => new CompletionFacts(
                training.ScheduledMinutes,
                row.Minutes,
                row.Score,
                row.HasCertificate,
                answered.Contains(row.Id),
                row.Agreed is { } agreed ? new CoachingFacts(agreed, row.Held ?? 0) : null
            )
        );
    }

    private sealed record FactRow(Guid Id, decimal? Score, bool HasCertificate, int? Agreed, int? Held, int Minutes);
}
