using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>Bodies of log lines as JSON. NaN and infinity cannot be written.</summary>
public static class ReviewJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly JsonSerializerOptions Indented = new(Options) { WriteIndented = true };

    /// <summary>A body as stored: one line.</summary>
    public static string Write<T>(T body) => JsonSerializer.Serialize(body, Options);

    /// <summary>A body for people and scripts: indented, with a final line break.</summary>
    public static string WriteIndented<T>(T body) => JsonSerializer.Serialize(body, Indented) + "\n";

    /// <summary>Reads the body of a line.</summary>
    /// <returns>The body; refused: <c>reviews.body-unreadable</c>.</returns>
    public static Result<T> Read<T>(ReviewEntry entry)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Read<T>(entry.Body, entry.Subject);
    }

    /// <summary>Reads a body.</summary>
    /// <returns>The body; refused: <c>reviews.body-unreadable</c>.</returns>
    public static Result<T> Read<T>(string json, string subject)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options) is { } body ? Result.Accepted(body) : Result.Refused<T>(ReviewChecks.BodyUnreadable(subject, "null"));
        }
        catch (JsonException failure)
        {
            return Result.Refused<T>(ReviewChecks.BodyUnreadable(subject, failure.Message));
        }
    }
}
