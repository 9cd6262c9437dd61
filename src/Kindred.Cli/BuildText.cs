using Kindred.Core.Basics;
using Kindred.Core.Profiles;

namespace Kindred.Cli;

/// <summary>What <c>kindred build</c> prints for people.</summary>
internal static class BuildText
{
    public static void Write(TextWriter text, BuildResult built, SourceReading reading, BuildFiles files, Language language)
    {
        var ko = language == Language.Korean;
        var profile = built.Profile;
        text.WriteLine(profile.Sentence.In(language));
        text.WriteLine(profile.Why.In(language));
        var (rows, good) = ProfileSentences.IsSigning(profile.Outcome) ? (ko ? "신규 딜" : "new-business deals", ko ? "성공" : "won") : (ko ? "행" : "rows", profile.Outcome.In(language));
        text.WriteLine(ko
            ? $"회사 {Format.Grouped(built.Facts.Companies.Count)}곳, {rows} {Format.Grouped(profile.Outcomes.Positive + profile.Outcomes.Negative)} ({good} {Format.Grouped(profile.Outcomes.Positive)}, 나머지 {Format.Grouped(profile.Outcomes.Negative)}). 읽은 행 {Format.Grouped(reading.Accepted)}, 거절한 행 {Format.Grouped(reading.Rejects.Count)}."
            : $"{Format.Grouped(built.Facts.Companies.Count)} companies, {Format.Grouped(profile.Outcomes.Positive + profile.Outcomes.Negative)} {rows} ({good}: {Format.Grouped(profile.Outcomes.Positive)}, not: {Format.Grouped(profile.Outcomes.Negative)}). {Format.Grouped(reading.Accepted)} rows read, {Format.Grouped(reading.Rejects.Count)} rejected.");
        foreach (var (file, reason) in reading.Skipped)
        {
            text.WriteLine($"  {file}: {reason.Message.In(language)} [{reason.Code}]");
        }

        foreach (var question in built.Mapping.Questions)
        {
            text.WriteLine("  ? " + question.Text.In(language) + " " + string.Join(", ", question.Choices.Take(8).Select(choice => (choice.IsChosen ? "[x] " : "[ ] ") + choice.Value + " " + Format.Grouped(choice.Count))));
        }

        var phrases = new ProfilePhrases(profile.Fields.ToDictionary(field => field.Name, StringComparer.Ordinal));
        foreach (var (label, patterns) in new[] { (ko ? "금방 떠나는 곳" : "Leave soon", profile.Regret), (ko ? "거의 사지 않는 곳" : "Rarely buy", profile.Anti), (ko ? "가설" : "Hypotheses", profile.Hypotheses) })
        {
            foreach (var pattern in patterns)
            {
                text.WriteLine($"  {label}: {phrases.Companies(pattern.Pattern.Conditions).In(language)} — {Format.Grouped(pattern.Buys.Positives)}/{Format.Grouped(pattern.Buys.Rows)} ({MineText.Status(pattern.Pattern.Proof!.Status, language)})");
            }
        }

        foreach (var (kind, path) in files.Names)
        {
            text.WriteLine($"{kind}: {path}");
        }
    }
}
