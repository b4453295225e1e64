using Pionir.Domain.Organization.Employees;

namespace Pionir.Domain.Tests.Organization;

public sealed class PersonTraitsTests
{
    private static readonly PersonTraits Known = Of("Drs. Budi Santoso, M.Si.", "1980-01-01", Sex.Male);

    [Theory]
    [InlineData("Budi Santoso, S.E.", "1981-02-02", Sex.Female)]
    [InlineData("SANTOSO Budi", "1981-02-02", Sex.Male)]
    public void SameName_WithOtherTitles_IsTheSamePerson_WhateverElseIsCorrected(string name, string birth, Sex sex) =>
        Of(name, birth, sex).IsAnotherPersonThan(Known).ShouldBeFalse();

    [Theory]
    [InlineData("Budi Santosa", "1980-01-01", Sex.Male)]
    [InlineData("Muhammad Hidayat", "1980-01-01", Sex.Male)]
    [InlineData("Muhammad Hidayat", "1980-01-01", null)]
    [InlineData("Budi Hidayat", null, null)]
    public void OtherName_WithTheSameBirthDate_OrAWordInCommon_IsTheSamePerson(string name, string? birth, Sex? sex) =>
        Of(name, birth, sex).IsAnotherPersonThan(Known).ShouldBeFalse();

    [Theory]
    [InlineData("Ratna Dewi", "1985-05-05", Sex.Male)]
    [InlineData("Budi Hidayat", "1985-05-05", Sex.Male)]
    [InlineData("Budi Santosa", "1980-01-01", Sex.Female)]
    [InlineData("Ratna Dewi", null, null)]
    public void OtherName_ThatBirthDateOrSexContradicts_OrNothingVouchesFor_IsAnotherPerson(
        string name,
        string? birth,
        Sex? sex
    ) => Of(name, birth, sex).IsAnotherPersonThan(Known).ShouldBeTrue();

    private static PersonTraits Of(string name, string? birth, Sex? sex) =>
        new(PersonName.Words(name), birth is null ? null : DateOnly.Parse(birth, null), sex);
}
