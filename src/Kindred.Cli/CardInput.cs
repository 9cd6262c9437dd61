using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Cli;

/// <summary>Reads a card for the verbs that use one, and writes its mark into their JSON.</summary>
internal static class CardInput
{
    public static Result<Scorecard> Read(string path) => File.Exists(path)
        ? CardFile.Read(File.ReadAllText(path), path)
        : Result.Refused<Scorecard>("scorecards.card-not-found", path, $"'{path}'에 점수표가 없어요. kindred scorecard learn으로 만든 card.json을 주세요.", $"There is no card at '{path}'. Give a card.json made by kindred scorecard learn.");

    /// <summary>Which card it was, and that a trial card is one.</summary>
    public static void Write(Utf8JsonWriter json, Scorecard card)
    {
        json.WriteStartObject("card");
        json.WriteString("name", card.Name);
        json.WriteNumber("version", card.Version);
        json.WriteString("id", CardFile.Id(card));
        json.WriteString("state", CardWords.Of(card.State));
        if (CardWords.Notice(card.State) is { } notice)
        {
            json.WriteStartObject("notice");
            json.WriteString("ko", notice.Ko);
            json.WriteString("en", notice.En);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
