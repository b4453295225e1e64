using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Completion;

/// <summary>What is still to be entered before results can be calculated: nobody may fail because nobody wrote it down.</summary>
/// <param name="Marks">Participants and sessions without a mark of attendance.</param>
/// <param name="Scores">People who took part and have no post-test score, where one is required.</param>
/// <param name="Certificates">People who took part and whose organiser's certificate is not there yet.</param>
/// <param name="Meetings">Meetings of coaching that were agreed and not noted as held.</param>
public sealed record CompletionGap(int Marks, int Scores, int Certificates, int Meetings)
{
    public static readonly CompletionGap None = new(0, 0, 0, 0);

    public bool IsClosed => this == None;
}

/// <remarks>Who was in class has taken part; where there are no sessions, whoever had confirmed.</remarks>
internal sealed class CompletionGaps(IDatabase database) : IApplicationPart
{
    internal static readonly string[] Supervised =
    [
        .. CoachingAgreement.SupervisedKinds.Select(kind => kind.ToString()),
    ];

    public async Task<IReadOnlyDictionary<Guid, CompletionGap>> ReadAsync(
        IReadOnlyCollection<TrainingId> trainings,
        CancellationToken cancellationToken
    )
    {
        var ids = trainings.Select(training => training.Value).ToArray();
        var rows = await database
            .Database.SqlQuery<GapRow>(
                $"""
                SELECT t.id AS "Id",
                       (SELECT count(*)::int FROM participants p JOIN sessions s ON s.training_id = t.id
                        WHERE p.training_id = t.id AND p.state IN ('Confirmed', 'Attended')
                          AND NOT EXISTS (SELECT FROM attendance_marks m
                                          WHERE m.session_id = s.id AND m.participant_id = p.id
                                            AND m.superseded_at IS NULL)) AS "Marks",
                       (SELECT count(*)::int FROM participants p
                        WHERE t.minimum_post_test_score IS NOT NULL AND p.training_id = t.id
                          AND p.state = took_part AND p.post_test_score IS NULL) AS "Scores",
                       (SELECT count(*)::int FROM participants p
                        WHERE t.scheme <> 'SelfManaged' AND p.training_id = t.id
                          AND p.state = took_part AND p.certificate_file_hash IS NULL) AS "Certificates",
                       (SELECT coalesce(sum(greatest(0, a.agreed_meetings
                            - (SELECT count(*) FROM coaching_meetings m WHERE m.agreement_id = a.id))), 0)::int
                        FROM coaching_agreements a JOIN participants p ON p.id = a.participant_id
                        WHERE a.training_id = t.id AND a.kind <> ALL ({Supervised})
                          AND p.state IN ('Confirmed', 'Attended')) AS "Meetings"
                FROM trainings t,
                     LATERAL (SELECT CASE t.scheduled_minutes WHEN 0 THEN 'Confirmed' ELSE 'Attended' END) x (took_part)
                WHERE t.id = ANY ({ids})
                """
            )
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(
            row => row.Id,
            row => new CompletionGap(row.Marks, row.Scores, row.Certificates, row.Meetings)
        );
    }

    private sealed record GapRow(Guid Id, int Marks, int Scores, int Certificates, int Meetings);
}
