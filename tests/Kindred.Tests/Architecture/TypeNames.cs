using System.Reflection.Metadata;

namespace Kindred.Tests.Architecture;

/// <summary>Full names of types in metadata; a nested type bears the name of the type it lies in, so that closures count for the class they were written in.</summary>
internal static class TypeNames
{
    public static string Of(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer ? Of(reader, outer) : Joined(reader, type.Namespace, type.Name);
    }

    public static string Of(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference ? Of(reader, (TypeReferenceHandle)type.ResolutionScope) : Joined(reader, type.Namespace, type.Name);
    }

    private static string Joined(MetadataReader reader, StringHandle space, StringHandle name)
    {
        var text = reader.GetString(name);
        text = text.IndexOf('`', StringComparison.Ordinal) is var tick and > 0 ? text[..tick] : text;
        return space.IsNil ? text : reader.GetString(space) + "." + text;
    }
}
