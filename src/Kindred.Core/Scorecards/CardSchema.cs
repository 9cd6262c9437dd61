namespace Kindred.Core.Scorecards;

/// <summary>The JSON Schema (draft 2020-12) of card.json, for editors and other programs. What a schema cannot say, sums for instance, <see cref="CardFile.Read"/> checks.</summary>
public static class CardSchema
{
    private static readonly Lazy<string> Read = new(() =>
    {
        using var reader = new StreamReader(typeof(CardSchema).Assembly.GetManifestResourceStream("Kindred.Scorecards.card.schema.json")!);
        return reader.ReadToEnd();
    });

    /// <summary>The schema as text.</summary>
    public static string Text => Read.Value;
}
