namespace Pionir.Application.Organization.Imports;

/// <summary>What a code means, in the language of who asks.</summary>
public interface IRowErrorTexts
{
    string Of(string code);
}
