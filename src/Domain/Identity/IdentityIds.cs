using Pionir.Domain.Common;

namespace Pionir.Domain.Identity;

public readonly record struct AccountId(Guid Value) : ITypedId<AccountId>
{
    public static AccountId From(Guid value) => new(value);

    public static AccountId New() => new(Guid.CreateVersion7());
}

public readonly record struct RoleAssignmentId(Guid Value) : ITypedId<RoleAssignmentId>
{
    public static RoleAssignmentId From(Guid value) => new(value);

    public static RoleAssignmentId New() => new(Guid.CreateVersion7());
}

public readonly record struct AccountLinkId(Guid Value) : ITypedId<AccountLinkId>
{
    public static AccountLinkId From(Guid value) => new(value);

    public static AccountLinkId New() => new(Guid.CreateVersion7());
}

public readonly record struct SignInSessionId(Guid Value) : ITypedId<SignInSessionId>
{
    public static SignInSessionId From(Guid value) => new(value);

    public static SignInSessionId New() => new(Guid.CreateVersion7());
}

public readonly record struct ApiClientId(Guid Value) : ITypedId<ApiClientId>
{
    public static ApiClientId From(Guid value) => new(value);

    public static ApiClientId New() => new(Guid.CreateVersion7());
}

public readonly record struct ApiClientSecretId(Guid Value) : ITypedId<ApiClientSecretId>
{
    public static ApiClientSecretId From(Guid value) => new(value);

    public static ApiClientSecretId New() => new(Guid.CreateVersion7());
}

public readonly record struct DelegationId(Guid Value) : ITypedId<DelegationId>
{
    public static DelegationId From(Guid value) => new(value);

    public static DelegationId New() => new(Guid.CreateVersion7());
}
