using Kindred.Core.Basics;

namespace Kindred.Cli;

/// <summary>COLUMN=VALUE as typed behind <c>--event</c>.</summary>
internal static class EventOption
{
    /// <summary>Column and value; null after saying what is wrong.</summary>
    public static (string Column, string Value)? Read(string text, Language language)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        if (at >= 1)
        {
            return (text[..at], text[(at + 1)..]);
        }

        Console.Error.WriteLine(language == Language.Korean ? $"--event '{text}'에 '='가 없어요. 열=값으로 써 주세요. [survival.event]" : $"--event '{text}' has no '='. Write COLUMN=VALUE. [survival.event]");
        return null;
    }
}
