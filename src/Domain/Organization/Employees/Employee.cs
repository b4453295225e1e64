using Pionir.Domain.Common;

namespace Pionir.Domain.Organization.Employees;

/// <summary>
/// A copy of HR's record of a person. It is never edited here: imports bring the next state, and only the merge of
/// two records of one person is decided in the product.
/// </summary>
public sealed class Employee : AggregateRoot<EmployeeId>
{
    public const int NameMaximum = 300;
    public const int PositionMaximum = 300;
    public const int ShortMaximum = 60;
    public const int EmailMaximum = 254;
    public const int PhoneMaximum = 30;

    private readonly List<EmployeeNumber> numbers = [];
    private readonly List<EmployeePeriod> periods = [];

    private Employee() { }

    public string Number { get; private set; } = "";
    public string NumberKind { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>What search looks at; see <see cref="PersonName"/>.</summary>
    public string[] SearchWords { get; private set; } = [];
    public Sex? Sex { get; private set; }
    public DateOnly? BirthDate { get; private set; }
    public EmploymentType EmploymentType { get; private set; }
    public string Rank { get; private set; } = "";
    public string Position { get; private set; } = "";
    public string PositionFamily { get; private set; } = "";
    public string PositionLevel { get; private set; } = "";
    public UnitId UnitId { get; private set; }
    public EmployeeId? SupervisorId { get; private set; }

    /// <summary>As HR wrote it; the person may come with a later import.</summary>
    public string? SupervisorNumber { get; private set; }
    public string? Email { get; private set; }
    public string? Phone { get; private set; }
    public DateOnly ActiveFrom { get; private set; }

    /// <summary>Last day in service. Access ends with it; history stays.</summary>
    public DateOnly? ActiveTo { get; private set; }

    /// <summary>Set when this record turned out to be another one's person.</summary>
    public EmployeeId? MergedIntoId { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>All numbers this person ever had; a former one stays searchable.</summary>
    public IReadOnlyList<EmployeeNumber> Numbers => numbers;

    /// <summary>Unit and position by days, so that a report of last year shows last year's unit.</summary>
    public IReadOnlyList<EmployeePeriod> Periods => periods;

    public static Employee Create(EmployeeId id, EmployeeRecord record, DateTimeOffset now)
    {
        var employee = new Employee
        {
            Id = id,
            Number = record.Number.Value,
            NumberKind = record.Number.Kind,
            Name = record.Name,
            SearchWords = PersonName.Words(record.Name),
            Sex = record.Sex,
            BirthDate = record.BirthDate,
            EmploymentType = record.EmploymentType,
            Rank = record.Rank,
            Position = record.Position,
            PositionFamily = record.PositionFamily,
            PositionLevel = record.PositionLevel,
            UnitId = record.UnitId,
            SupervisorId = record.SupervisorId,
            SupervisorNumber = record.SupervisorNumber,
            Email = record.Email,
            Phone = record.Phone,
            ActiveFrom = record.ActiveFrom,
            ActiveTo = record.ActiveTo,
            ChangedAt = now,
        };
        employee.numbers.Add(new EmployeeNumber(record.Number, record.ActiveFrom));
        employee.periods.Add(new EmployeePeriod(employee, record.ActiveFrom, record.ActiveTo));
        return employee;
    }

    public bool IsActiveOn(DateOnly day) =>
        MergedIntoId is null && ActiveFrom <= day && (ActiveTo is null || day <= ActiveTo);

    /// <summary>
    /// The other record is of the same person (somebody moved from NRP to NIP and HR sent a new record). Its numbers
    /// find this one from now on; both histories stay where they are.
    /// </summary>
    public Result TakeOver(Employee other, DateOnly today, DateTimeOffset now)
    {
        if (other.Id == Id)
        {
            return EmployeeErrors.MergeWithItself();
        }
        if (other.MergedIntoId is not null || MergedIntoId is not null)
        {
            return EmployeeErrors.AlreadyMerged();
        }
        if (BirthDate is not null && other.BirthDate is not null && BirthDate != other.BirthDate)
        {
            return EmployeeErrors.MergeOfDifferentPeople();
        }
        other.numbers.ForEach(number => number.Retire(today));
        numbers.AddRange(other.numbers);
        other.numbers.Clear();
        other.MergedIntoId = Id;
        other.ActiveTo ??= today;
        other.ChangedAt = now;
        other.periods.ForEach(period => period.End(other.ActiveTo.Value));
        ReportToKept(other.Id, Id);
        ChangedAt = now;
        Raise(new EmployeesMerged(Id, other.Id));
        return Result.Success();
    }

    /// <summary>The record merged into another one earlier follows when that one is merged too: nobody walks a chain.</summary>
    public void FollowMerge(EmployeeId merged, EmployeeId kept)
    {
        if (MergedIntoId == merged)
        {
            MergedIntoId = kept;
        }
        ReportToKept(merged, kept);
    }

    /// <summary>Whoever reported to the old record reports to the kept one; nobody to themselves.</summary>
    private void ReportToKept(EmployeeId merged, EmployeeId kept)
    {
        if (SupervisorId == merged)
        {
            SupervisorId = kept == Id ? null : kept;
        }
    }
}
