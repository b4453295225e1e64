using System.ComponentModel.DataAnnotations.Schema;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Queries;

/// <summary>
/// The void register: numbers that stand for nothing any more – declared void, or of a certificate revoked or replaced.
/// </summary>
[Requires(Permission.CertificatesRead, Permission.CertificatesIssue, Permission.CertificateTemplatesManage)]
public sealed record ListVoidNumbers(int? Year, PageRequest Page) : IQuery<Page<VoidNumberLine>>;

public enum VoidCause
{
    Voided,
    Revoked,
    Replaced,
}

/// <param name="CertificateId">The certificate that carried the number, when there was one.</param>
public sealed record VoidNumberLine(
    string Number,
    int Year,
    VoidCause Cause,
    string? Reason,
    DateTimeOffset At,
    Guid? CertificateId
);

internal sealed class ListVoidNumbersHandler(IDatabase database, ICurrentUser user)
    : IRequestHandler<ListVoidNumbers, Result<Page<VoidNumberLine>>>
{
    public async Task<Result<Page<VoidNumberLine>>> Handle(ListVoidNumbers request, CancellationToken cancellationToken)
    {
        var scope = CertificateScope.Of(user);
        var keepsSeries = NumberScope.KeepsAll(user);
        var units = scope.Units.Select(unit => unit.Value).ToArray();
        var rows = database
            .Database.SqlQuery<VoidRow>(
                $"""
                SELECT v.number, s.year, NULL AS status, v.reason, v.voided_at AS at, NULL::uuid AS certificate_id
                FROM void_numbers v JOIN number_series s ON s.id = v.series_id
                WHERE s.unit_id IS NULL OR {keepsSeries} OR s.unit_id = ANY({units})
                UNION ALL
                SELECT c.number, s.year, c.status, c.reason, c.ended_at, c.id
                FROM certificates c JOIN number_series s ON s.id = c.series_id
                WHERE c.status <> 'Issued' AND ({scope.Everything} OR c.unit_id = ANY({units}))
                """
            )
            .Where(row => request.Year == null || row.Year == request.Year);
        var total = await rows.CountAsync(cancellationToken);
        var page = await rows.OrderByDescending(row => row.At)
            .ThenByDescending(row => row.Number)
            .Skip(request.Page.Skip)
            .Take(request.Page.Size)
            .ToListAsync(cancellationToken);
        return new Page<VoidNumberLine>([.. page.Select(ToLine)], total, request.Page.Number, request.Page.Size);
    }

    private static VoidNumberLine ToLine(VoidRow row) =>
        new(
            row.Number,
            row.Year,
            row.Status switch
            {
                null => VoidCause.Voided,
                nameof(CertificateStatus.Revoked) => VoidCause.Revoked,
                _ => VoidCause.Replaced,
            },
            row.Reason,
            row.At,
            row.CertificateId
        );

    private sealed record VoidRow(
        [property: Column("number")] string Number,
        [property: Column("year")] int Year,
        [property: Column("status")] string? Status,
        [property: Column("reason")] string? Reason,
        [property: Column("at")] DateTimeOffset At,
        [property: Column("certificate_id")] Guid? CertificateId
    );
}
