namespace Pionir.Domain.Common;

/// <summary>Months as letters and certificates number them: I to XII.</summary>
public static class RomanMonth
{
    private static readonly string[] Words = "I II III IV V VI VII VIII IX X XI XII".Split(' ');

    public static string Of(int month) => Words[month - 1];
}
