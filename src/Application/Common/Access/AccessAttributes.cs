using Pionir.Domain.Identity;

namespace Pionir.Application.Common.Access;

/// <summary>The request needs one of these permissions, in any unit; the query narrows to the units.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(params Permission[] anyOf) : Attribute
{
    public IReadOnlyList<Permission> AnyOf => anyOf;
}

/// <summary>Everyone who is signed in; the handler narrows to what is their own.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SignedInAttribute : Attribute;

/// <summary>
/// Open also to whoever has to set up the second step of signing in and has not: what they need for that, and for their
/// own safety, and nothing else.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BeforeSecondStepAttribute : Attribute;

/// <summary>Needs no sign-in. The reason is written down because a public door must be meant.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicAttribute(string reason) : Attribute
{
    public string Reason => reason;
}
