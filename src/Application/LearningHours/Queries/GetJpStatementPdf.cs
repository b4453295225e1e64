using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Identity;
using Pionir.Application.LearningHours.Papers;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.LearningHours.Queries;

/// <summary>The statement of a person and year as a signed paper that anybody can check.</summary>
/// <param name="EmployeeId">Null is one's own.</param>
/// <param name="AsOf">As it stood at this moment; null is now.</param>
[SignedIn]
public sealed record GetJpStatementPdf(Guid? EmployeeId, int? Year, DateTimeOffset? AsOf = null)
    : IQuery<JpStatementPdf>;

/// <param name="LacksStamp">Signed without the time-stamp that papers get here, because its authority was away.</param>
public sealed record JpStatementPdf(string FileName, byte[] Content, bool LacksStamp);

internal sealed class GetJpStatementPdfValidator : AbstractValidator<GetJpStatementPdf>
{
    public GetJpStatementPdfValidator() =>
        RuleFor(query => query.Year).InclusiveBetween(Statements.YearMinimum, Statements.YearMaximum);
}

internal sealed class GetJpStatementPdfHandler(
    IMediator mediator,
    IDatabase database,
    ICurrentUser user,
    IInstitution institution,
    IInstitutionClock clock,
    IPublicAddress address,
    JpPaperPrinter printer,
    TimeProvider time
) : IRequestHandler<GetJpStatementPdf, Result<JpStatementPdf>>
{
    public async Task<Result<JpStatementPdf>> Handle(GetJpStatementPdf request, CancellationToken cancellationToken)
    {
        // Who may see the statement, and that the look is logged, is decided there.
        var asked = new GetJpStatement(request.EmployeeId, request.Year, request.AsOf);
        var read = await mediator.Send(asked, cancellationToken);
        if (!read.IsSuccess)
            return Result<JpStatementPdf>.Failure(read.Errors);
        var settings = await institution.CurrentAsync(cancellationToken);
        var content = Freeze(read.Value, settings, await clock.TodayAsync(cancellationToken));
        var paper = await IssueAsync(EmployeeId.From(read.Value.EmployeeId), content, cancellationToken);
        var printed = await printer.PrintAsync(paper, cancellationToken);
        return printed.IsSuccess
            ? new JpStatementPdf(FileName(content, read.Value.Number), printed.Value.Content, printed.Value.LacksStamp)
            : printed.Error;
    }

    /// <summary>The paper that was given out today for this content, or a new one; also when two ask at once.</summary>
    private async Task<JpPaper> IssueAsync(
        EmployeeId employee,
        JpPaperContent content,
        CancellationToken cancellationToken
    )
    {
        var paper = JpPaper.Issue(employee, content, address.Of("/").ToString(), user.UserId, time.GetUtcNow());
        await database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO jp_papers (id, employee_id, year, issued_on, issued_at, issued_to, token, address, layout, content,
                content_hash)
            VALUES ({paper.Id.Value}, {paper.EmployeeId.Value}, {paper.Year}, {paper.IssuedOn}, {paper.IssuedAt},
                {paper.IssuedTo}, {paper.Token}, {paper.Address}, {paper.Layout}, {paper.Content}, {paper.ContentHash})
            ON CONFLICT ON CONSTRAINT jp_papers_once DO NOTHING
            """,
            cancellationToken
        );
        return await database
            .Set<JpPaper>()
            .AsNoTracking()
            .SingleAsync(
                known =>
                    known.EmployeeId == employee
                    && known.Year == paper.Year
                    && known.Layout == paper.Layout
                    && known.ContentHash == paper.ContentHash,
                cancellationToken
            );
    }

    private static JpPaperContent Freeze(JpStatement statement, InstitutionSettings settings, DateOnly today) =>
        new(
            settings.Name,
            settings.Terms.Centre.Id,
            statement.Name,
            settings.NumberName(statement.NumberKind),
            IndonesianWords.Identity(statement.Number),
            statement.Position,
            statement.UnitName,
            statement.Year,
            statement.AsOf ?? today,
            statement.Earned,
            statement.Counted,
            statement.Target.MinimumJp,
            statement.Target.MaximumJp,
            [
                .. statement
                    .Entries.Reverse()
                    .Select(entry => new JpPaperLine(
                        entry.OccurredOn,
                        entry.Title,
                        entry.FormName?.Id,
                        entry.Kind,
                        entry.Jp,
                        entry.Reason
                    )),
            ],
            statement.AsOf < today ? today : null
        );

    private static string FileName(JpPaperContent content, string number) =>
        content.MadeOn is null
            ? $"rekap-jp-{number}-{content.Year}.pdf"
            : FormattableString.Invariant($"rekap-jp-{number}-{content.Year}-per-{content.On:yyyy-MM-dd}.pdf");
}
