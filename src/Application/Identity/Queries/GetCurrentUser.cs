using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Identity.Queries;

/// <summary>Who is signed in, what they may do, and what a page needs to know before it draws anything.</summary>
[Public("The page asks it first, to learn whether anybody is signed in.")]
public sealed record GetCurrentUser : IQuery<CurrentUserView>;

/// <param name="User">Empty when nobody is signed in.</param>
public sealed record CurrentUserView(SignedInUser? User, InstitutionBasics Institution, EnvironmentView Environment);

/// <param name="EmployeeId">Empty for an account outside HR's record.</param>
/// <param name="UnitName">The employee's own unit.</param>
/// <param name="Roles">Every role held at this moment, from whatever source.</param>
/// <param name="HeldRoles">The same with unit and source.</param>
/// <param name="Permissions">What the roles together allow; buttons follow the <c>can…</c> flags of each object.</param>
/// <param name="TwoFactorEnabled">Whether signing in asks for a code.</param>
/// <param name="SecondStepRequired">A second step is demanded and not set up: nothing else is open before it is.</param>
public sealed record SignedInUser(
    Guid Id,
    string Name,
    string Email,
    Guid? EmployeeId,
    string? UnitName,
    IReadOnlyList<Role> Roles,
    IReadOnlyList<HeldRoleView> HeldRoles,
    IReadOnlyList<Permission> Permissions,
    bool TwoFactorEnabled,
    bool SecondStepRequired
);

/// <param name="UnitId">Empty when the role holds everywhere, or concerns the person alone.</param>
public sealed record HeldRoleView(Role Role, Guid? UnitId, string? UnitName, RoleSource Source);

/// <param name="CentreName">In the language asked for.</param>
/// <param name="LogoUrl">Empty when the institution has no logo of its own.</param>
/// <param name="TimeZone">IANA name, such as <c>Asia/Jakarta</c>.</param>
/// <param name="Language">Default language: <c>id</c> or <c>en</c>.</param>
/// <param name="PublicRegistration">There is a page on which people from outside register.</param>
/// <param name="RoleTerms">What the institution calls a role, where it has a word of its own.</param>
public sealed record InstitutionBasics(
    string Name,
    string ShortName,
    string CentreName,
    string? LogoUrl,
    string TimeZone,
    string Language,
    bool PublicRegistration,
    IReadOnlyDictionary<string, LocalText> RoleTerms
)
{
    internal static InstitutionBasics Of(InstitutionSettings settings)
    {
        var english = ReaderLanguage.IsEnglish;
        return new InstitutionBasics(
            settings.Name,
            settings.ShortName,
            english ? settings.Terms.Centre.En : settings.Terms.Centre.Id,
            settings.LogoAddress(),
            settings.TimeZone.IanaName(),
            settings.DefaultLanguage == InstitutionLanguage.English ? "en" : "id",
            settings.PublicRegistration,
            settings.Terms.Roles
        );
    }
}

/// <param name="IsDemo">Demo accounts and invented people; every page says so.</param>
public sealed record EnvironmentView(bool IsDemo, string Name, string Version);

internal sealed class GetCurrentUserHandler(
    IDatabase database,
    ICurrentUser user,
    IAccessDirectory access,
    IUnitTree units,
    IEmployeeDirectory employees,
    IInstitution institution,
    EnvironmentView environment
) : IRequestHandler<GetCurrentUser, Result<CurrentUserView>>
{
    public async Task<Result<CurrentUserView>> Handle(GetCurrentUser request, CancellationToken cancellationToken)
    {
        var settings = await institution.CurrentAsync(cancellationToken);
        return new CurrentUserView(await SignedInAsync(cancellationToken), InstitutionBasics.Of(settings), environment);
    }

    private async Task<SignedInUser?> SignedInAsync(CancellationToken cancellationToken)
    {
        var id = AccountId.From(user.UserId);
        if (!user.IsSignedIn || await access.RightsAsync(id, cancellationToken) is not { } rights)
        {
            return null;
        }
        var account = await database
            .Set<Account>()
            .AsNoTracking()
            .Where(own => own.Id == id)
            .Select(own => new
            {
                own.Name,
                own.Email,
                TwoFactor = database.Set<Credential>().Any(proof => proof.Id == id && proof.TotpConfirmedAt != null),
            })
            .SingleAsync(cancellationToken);
        var tree = await units.ReadAsync(cancellationToken);
        var line = user.EmployeeId is { } self ? await employees.LineOfAsync(self, cancellationToken) : null;
        return new SignedInUser(
            id.Value,
            account.Name,
            account.Email,
            user.EmployeeId?.Value,
            line is null ? null : tree.Find(line.UnitId)?.Name,
            [.. rights.Roles.Select(held => held.Role).Distinct().Order()],
            [.. rights.Roles.Select(held => held.ToView(tree))],
            user.AwaitsSecondStep ? [] : [.. rights.Permissions.Order()],
            account.TwoFactor,
            user.AwaitsSecondStep
        );
    }
}

internal static class HeldRoles
{
    public static HeldRoleView ToView(this HeldRole held, UnitTree tree) =>
        new(held.Role, held.UnitId?.Value, held.UnitId is { } unit ? tree.Find(unit)?.Name : null, held.Source);
}
