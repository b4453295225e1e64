using Pionir.Application.Common;

namespace Pionir.Application.Tests.Common;

public sealed class TextPlacesTests
{
    [Theory]
    [InlineData(1, "Wait 1 day.")]
    [InlineData(2, "Wait 2 days.")]
    [InlineData(0, "Wait 0 days.")]
    public void CountedWords_FollowTheCount(int count, string said) =>
        Filled("Wait {count} {count:day|days}.", ("count", count)).ShouldBe(said);

    [Fact]
    public void Value_IsPutInAsItIs_AlsoWhenItLooksLikeAPlace() =>
        Filled("“{title}” of {year}", ("title", "{year:a|b} {year}"), ("year", 2026))
            .ShouldBe("“{year:a|b} {year}” of 2026");

    [Fact]
    public void WhatNobodyNamed_AndPatterns_StayAsTheyAre() =>
        Filled("Add {seq:0000} or {day}.", ("other", 1)).ShouldBe("Add {seq:0000} or {day}.");

    private static string Filled(string text, params (string Name, object? Value)[] values) =>
        TextPlaces.Fill(text, values.ToDictionary(one => one.Name, one => one.Value), value => $"{value}");
}
