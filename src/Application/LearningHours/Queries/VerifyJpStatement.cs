using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.LearningHours;

namespace Pionir.Application.LearningHours.Queries;

/// <summary>Says whether a statement of lesson hours was given out, and what it says in short.</summary>
[Public("Anybody who is shown a statement must be able to check it; only what stands on it is told.")]
public sealed record VerifyJpStatement(string Token) : IQuery<JpStatementVerification>;

/// <param name="On">The day whose state it shows; entries posted later are not on it.</param>
/// <param name="IssuedOn">The day of the paper; later than that day when it shows a past state.</param>
/// <param name="Superseded">The person's hours of that year have changed since.</param>
public sealed record JpStatementVerification(
    string Name,
    string Institution,
    int Year,
    DateOnly On,
    DateOnly IssuedOn,
    int Earned,
    int Counted,
    bool Superseded
);

internal sealed class VerifyJpStatementHandler(IDatabase database, IStatementReader reader)
    : IRequestHandler<VerifyJpStatement, Result<JpStatementVerification>>
{
    public async Task<Result<JpStatementVerification>> Handle(
        VerifyJpStatement request,
        CancellationToken cancellationToken
    )
    {
        if (!JpPaper.LooksLikeToken(request.Token))
            return JpPaperErrors.NotVerified();
        var paper = await database
            .Set<JpPaper>()
            .AsNoTracking()
            .SingleOrDefaultAsync(paper => paper.Token == request.Token, cancellationToken);
        if (paper is null)
            return JpPaperErrors.NotVerified();
        if (!paper.IsIntact())
            return JpPaperErrors.NotIntact();
        var content = JpPaperContent.FromJson(paper.Content);
        var today = await reader.ReadAsync(paper.EmployeeId, paper.Year, null, cancellationToken);
        return new JpStatementVerification(
            content.Name,
            content.Institution,
            content.Year,
            content.On,
            paper.IssuedOn,
            content.Earned,
            content.Counted,
            today.Entries.Count != content.Lines.Count || today.Entries.Sum(entry => entry.Jp) != content.Earned
        );
    }
}
