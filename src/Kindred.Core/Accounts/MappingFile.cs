using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kindred.Core.Basics;

namespace Kindred.Core.Accounts;

/// <summary>A mapping as JSON: written to be edited by hand, read back with reasons.</summary>
public static class MappingFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The mapping as indented JSON.</summary>
    public static string Write(Mapping mapping) => JsonSerializer.Serialize(mapping, Options);

    /// <summary>Reads a mapping.</summary>
    /// <returns>The mapping; refused: <c>accounts.mapping-json</c> with the place of the fault.</returns>
    public static Result<Mapping> Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Mapping>(json, Options) is { } mapping ? Result.Accepted(mapping) : Refused("null");
        }
        catch (JsonException fault)
        {
            return Refused(fault.Message);
        }
    }

    private static Result<Mapping> Refused(string fault) => Result.Refused<Mapping>(
        "accounts.mapping-json",
        "mapping",
        "매핑 파일을 읽을 수 없어요: '" + fault + "'. 파일을 고치거나 지우면 처음부터 다시 알아볼게요.",
        "The mapping file cannot be read: '" + fault + "'. Correct it, or delete it to have everything recognised anew.");
}
