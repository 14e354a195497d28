' What LibreOffice is told: one order a line, its parts with "|" between. Whatever fails is written down, and the next line is read.

Dim document As Object
Dim cursor As Object

Function Value(name As String, what As Variant) As Object
  Dim one As New com.sun.star.beans.PropertyValue
  one.Name = name
  one.Value = what
  Value = one
End Function

Sub Work(path As String)
  Dim number As Integer, failed As Integer, words As String
  number = FreeFile
  Open path For Input As #number
  failed = FreeFile
  Open path & ".failed" For Output As #failed
  On Error GoTo Broken
  ' Nothing is drawn between two orders: the margin in which comments stand cannot be where there is no screen.
  EnableReschedule(False)
  While Not EOF(number)
    Line Input #number, words
    If Len(words) > 0 Then Follow(Split(words, "|"))
Onward:
  Wend
  Close #number
  Close #failed
  StarDesktop.terminate()
  Exit Sub
Broken:
  Print #failed, words & ": " & Error$ & " (" & Erl & ")"
  Resume Onward
End Sub

Sub Follow(parts)
  Select Case parts(0)
    Case "new": Begin("private:factory/swriter")
    Case "open": Begin(ConvertToURL(parts(1)))
    Case "save": document.storeToURL(ConvertToURL(parts(1)), Array(Value("FilterName", "MS Word 2007 XML")))
    Case "close": document.close(True)
    Case "record": document.RecordChanges = (parts(1) = "on")
    Case "author": Configure("/org.openoffice.UserProfile/Data", "givenname", parts(1))
    Case "type": Append(parts(1))
    Case "select": Reach(CInt(parts(1)), CInt(parts(2)), CInt(parts(3)), CInt(parts(4)))
    Case "put": cursor.Text.insertString(cursor, parts(1), False)
    Case "become": cursor.String = parts(1)
    Case "split": cursor.Text.insertControlCharacter(cursor, 0, False)
    Case "line": cursor.Text.insertControlCharacter(cursor, 1, False)
    Case "set": cursor.setPropertyValue(parts(1), Meant(parts(2)))
    Case "note": Note("com.sun.star.text." & parts(1), parts(2))
    Case "comment": Comment(parts(1), parts(2))
    Case "table": Table(CInt(parts(1)), CInt(parts(2)))
    Case "cell": cursor = InTable(parts(1), CInt(parts(2)), CInt(parts(3)))
    Case "within": cursor = InNote(CInt(parts(1)), CInt(parts(2)), CInt(parts(3)))
    Case "show": document.CurrentController.select(cursor)
    Case "do": Dispatch(".uno:" & parts(1))
    Case Else: Error 5
  End Select
End Sub

Sub Begin(place)
  document = StarDesktop.loadComponentFromURL(place, "_blank", 0, Array(Value("Hidden", True)))
  cursor = document.Text.createTextCursor()
End Sub

' Text that was there before anybody proposed anything.
Sub Append(words)
  cursor.gotoEnd(False)
  If document.Text.createEnumeration().nextElement().String <> "" Then document.Text.insertControlCharacter(cursor, 0, False)
  cursor.gotoEnd(False)
  document.Text.insertString(cursor, words, False)
End Sub

' From a character of a paragraph to one of another; -1 is its end.
Sub Reach(first As Integer, start As Integer, last As Integer, finish As Integer)
  Dim there
  cursor = At(document.Text, first, start)
  there = At(document.Text, last, finish)
  cursor.gotoRange(there, True)
End Sub

Function At(text, paragraph As Integer, sign As Integer) As Object
  Dim all, number, one, there
  all = text.createEnumeration()
  number = 0
  While number < paragraph
    one = all.nextElement()
    If one.supportsService("com.sun.star.text.Paragraph") Then number = number + 1
  Wend
  If sign < 0 Then
    there = text.createTextCursorByRange(one.End)
  Else
    there = text.createTextCursorByRange(one.Start)
    there.goRight(sign, False)
  End If
  At = there
End Function

Function Meant(word)
  If word = "true" Or word = "false" Then
    Meant = (word = "true")
  ElseIf IsNumeric(word) Then
    Meant = CSng(word)
  Else
    Meant = word
  End If
End Function

Sub Note(service As String, words)
  Dim one
  one = document.createInstance(service)
  cursor.Text.insertTextContent(cursor, one, False)
  one.Text.insertString(one.Text.createTextCursor(), words, False)
End Sub

Sub Comment(by, words)
  Dim one
  one = document.createInstance("com.sun.star.text.textfield.Annotation")
  one.Author = by
  one.Content = words
  cursor.Text.insertTextContent(cursor, one, True)
End Sub

Sub Table(rows As Integer, columns As Integer)
  Dim one, name
  one = document.createInstance("com.sun.star.text.TextTable")
  one.initialize(rows, columns)
  document.Text.insertTextContent(cursor, one, False)
  For Each name In one.CellNames
    one.getCellByName(name).String = "Cell " & name & " says so."
  Next
End Sub

Function InTable(name, start As Integer, finish As Integer) As Object
  InTable = Within(document.TextTables.getByIndex(0).getCellByName(name), start, finish)
End Function

Function InNote(number As Integer, start As Integer, finish As Integer) As Object
  InNote = Within(document.Footnotes.getByIndex(number), start, finish)
End Function

Function Within(text, start As Integer, finish As Integer) As Object
  Dim there
  there = text.createTextCursor()
  there.gotoStart(False)
  If start < 0 Then
    there.gotoEnd(False)
  Else
    there.goRight(start, False)
    there.goRight(finish - start, True)
  End If
  Within = there
End Function

Sub Dispatch(command As String)
  createUnoService("com.sun.star.frame.DispatchHelper").executeDispatch(document.CurrentController.Frame, command, "", 0, Array())
End Sub

Sub Configure(node As String, name As String, what As Variant)
  Dim provider, settings
  provider = createUnoService("com.sun.star.configuration.ConfigurationProvider")
  settings = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", Array(Value("nodepath", node)))
  settings.setPropertyValue(name, what)
  settings.commitChanges()
End Sub
