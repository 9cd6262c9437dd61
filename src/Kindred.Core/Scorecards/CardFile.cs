using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kindred.Core.Basics;

namespace Kindred.Core.Scorecards;

/// <summary>card.json both ways. The text is the same whenever the card is the same: fixed order of properties, invariant numbers, LF.</summary>
public static class CardFile
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>The card as JSON, indented, with a line break at the end.</summary>
    public static string ToJson(Scorecard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return CardWriter.Text(card);
    }

    /// <summary>SHA-256 of the card's JSON, lower-case hexadecimal: the id that score records keep, because a version number can be edited.</summary>
    public static string Id(Scorecard card) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ToJson(card))));

    /// <summary>Reads a card and checks its arithmetic; a card that was edited by hand either holds in every point or is refused with everything that is wrong.</summary>
    /// <param name="json">Text of card.json.</param>
    /// <param name="subject">File name, for the reasons.</param>
    /// <returns>The card; refused: <c>scorecards.card-*</c>, each quoting what was found.</returns>
    public static Result<Scorecard> Read(string json, string subject)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(subject);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, Strict);
        }
        catch (JsonException failure)
        {
            return Result.Refused<Scorecard>(CardChecks.NotJson(subject, failure.LineNumber ?? 0, failure.Message));
        }

        using (document)
        {
            var reader = new CardReader(subject);
            var card = reader.Card(document.RootElement);
            if (card is null || reader.Reasons.Count > 0)
            {
                return Result.Refused<Scorecard>(reader.Reasons);
            }

            var wrong = CardChecks.Arithmetic(card, subject);
            return wrong.Count > 0 ? Result.Refused<Scorecard>(wrong) : Result.Accepted(card);
        }
    }
}
