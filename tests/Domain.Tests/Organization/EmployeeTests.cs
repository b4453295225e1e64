using Pionir.Domain.Organization;
using Pionir.Domain.Organization.Employees;

namespace Pionir.Domain.Tests.Organization;

public sealed class EmployeeTests
{
    private static readonly DateTimeOffset Now = new(2026, 8, 7, 3, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 8, 7);

    [Fact]
    public void TakeOver_MovesTheOldNumber_AndClosesTheOldRecord()
    {
        var soldier = Person(new IdentityNumber("nrp", "12345678"));
        var official = Person(new IdentityNumber("nip", "198506052013092003"));

        official.TakeOver(soldier, Today, Now).IsSuccess.ShouldBeTrue();

        official.Numbers.Select(number => number.Number).ShouldBe(["198506052013092003", "12345678"]);
        official.Numbers[1].Until.ShouldBe(Today);
        soldier.MergedIntoId.ShouldBe(official.Id);
        soldier.IsActiveOn(Today).ShouldBeFalse();
        soldier.Periods.Single().ValidTo.ShouldBe(Today);
        official.Events.ShouldContain(new EmployeesMerged(official.Id, soldier.Id));
    }

    [Fact]
    public void TakeOver_OfItself_OfAMergedOne_OrOfAnotherPerson_IsRefused()
    {
        var one = Person(new IdentityNumber("nrp", "12345678"));
        var other = Person(new IdentityNumber("nip", "198506052013092003"));
        var stranger = Person(new IdentityNumber("nip", "199006052013092003"), new DateOnly(1990, 6, 5));

        one.TakeOver(one, Today, Now).Error.Code.ShouldBe("employee.merge_with_itself");
        one.TakeOver(stranger, Today, Now).Error.Code.ShouldBe("employee.merge_of_different_people");
        other.TakeOver(one, Today, Now);
        Person(new IdentityNumber("nrp", "7654321"))
            .TakeOver(one, Today, Now)
            .Error.Code.ShouldBe("employee.already_merged");
    }

    [Fact]
    public void LastDay_IsStillInService()
    {
        var employee = Person(new IdentityNumber("nrp", "12345678"), activeTo: Today);

        employee.IsActiveOn(Today).ShouldBeTrue();
        employee.IsActiveOn(Today.AddDays(1)).ShouldBeFalse();
    }

    private static Employee Person(IdentityNumber number, DateOnly? birth = null, DateOnly? activeTo = null) =>
        Employee.Create(
            EmployeeId.New(),
            new EmployeeRecord(
                number,
                "Adi Nugroho, S.H.",
                Sex.Male,
                birth ?? new DateOnly(1985, 6, 5),
                EmploymentType.Pns,
                "III/a",
                "Arsiparis",
                "JF Keahlian",
                "Pertama",
                UnitId.New(),
                null,
                null,
                null,
                null,
                new DateOnly(2013, 9, 1),
                activeTo
            ),
            Now
        );
}
