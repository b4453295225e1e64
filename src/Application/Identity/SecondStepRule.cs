using Pionir.Domain.Identity;

namespace Pionir.Application.Identity;

public enum SecondStepDemand
{
    Nobody,
    Administrators,
    Everybody,
}

/// <summary>Whose sign-in needs a second step; the operator's word, which no administrator can take back in the page.</summary>
public sealed record SecondStepRule(SecondStepDemand Demand)
{
    public bool Demands(AccessRights rights) =>
        Demand == SecondStepDemand.Everybody
        || (Demand == SecondStepDemand.Administrators && rights.Roles.Any(held => held.Role == Role.Admin));
}
