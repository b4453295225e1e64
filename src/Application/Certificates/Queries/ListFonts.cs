using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates.Templates;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Certificates.Queries;

/// <summary>Fonts that blocks can name: those that ship, then those uploaded.</summary>
[Requires(Permission.CertificateTemplatesManage, Permission.CertificatesIssue, Permission.AuditRead)]
public sealed record ListFonts : IQuery<IReadOnlyList<FontLine>>;

/// <param name="Code">What blocks name.</param>
/// <param name="Ships">Part of the product.</param>
/// <param name="Letters">How many letters it can print; null for those that ship.</param>
public sealed record FontLine(string Code, string Name, string Licence, bool Ships, int? Letters);

internal sealed class ListFontsHandler(IDatabase database) : IRequestHandler<ListFonts, Result<IReadOnlyList<FontLine>>>
{
    public async Task<Result<IReadOnlyList<FontLine>>> Handle(ListFonts request, CancellationToken cancellationToken)
    {
        var uploaded = await database
            .Set<CertificateFont>()
            .AsNoTracking()
            .OrderBy(font => font.Name)
            .ToListAsync(cancellationToken);
        return ShippedFonts
            .All.Select(font => new FontLine(font.Code, font.Name, font.Licence, true, null))
            .Concat(
                uploaded.Select(font => new FontLine(
                    font.Id.Value.ToString(),
                    font.Name,
                    font.Licence,
                    false,
                    font.Letters
                ))
            )
            .ToList();
    }
}
