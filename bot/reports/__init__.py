"""Reports drawn from books: pictures for the phone and workbooks for the desk."""
