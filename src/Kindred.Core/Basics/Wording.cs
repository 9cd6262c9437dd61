namespace Kindred.Core.Basics;

/// <summary>One sentence or word for people, in Korean and in English. Both are always present: a text without one of them does not compile.</summary>
/// <param name="Ko">Korean, 해요체.</param>
/// <param name="En">English, plain and active.</param>
public sealed record Wording(string Ko, string En)
{
    /// <summary>The text in one language.</summary>
    public string In(Language language) => language == Language.Korean ? Ko : En;

    /// <summary>The same text in both languages: names, codes, quoted values.</summary>
    public static Wording Same(string text) => new(text, text);

    /// <inheritdoc />
    public override string ToString() => En;
}

/// <summary>A language the product speaks.</summary>
public enum Language
{
    /// <summary>English (en).</summary>
    English,

    /// <summary>Korean (ko).</summary>
    Korean,
}
