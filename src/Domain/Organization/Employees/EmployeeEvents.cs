using Pionir.Domain.Common;

namespace Pionir.Domain.Organization.Employees;

/// <summary>Two records were of one person. What other contexts hold under the old id belongs to the kept one.</summary>
public sealed record EmployeesMerged(EmployeeId KeptId, EmployeeId MergedId) : IDomainEvent;
