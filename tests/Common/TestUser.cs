using Pionir.Domain.Identity;

namespace Pionir.Tests.Common;

/// <summary>Somebody who asks, without the way through sign-in; the tests of sign-in itself use real sessions.</summary>
/// <param name="Units">Units (everything below included) in which the permissions hold; null is everywhere.</param>
public sealed record TestUser(
    Guid UserId,
    string Name,
    Guid? EmployeeId,
    IReadOnlyList<Permission> Permissions,
    IReadOnlyList<Guid>? Units = null
)
{
    public const string Header = "X-Test-User";

    public static TestUser With(params Permission[] permissions) =>
        new(Guid.CreateVersion7(), "Pengguna Uji", null, permissions);

    public static TestUser Everything => With(Enum.GetValues<Permission>());

    public TestUser Of(params Guid[] units) => this with { Units = units };

    public TestUser As(Guid employeeId) => this with { EmployeeId = employeeId };
}
